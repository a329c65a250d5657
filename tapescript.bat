@echo off
rem Runs Tapescript; builds it first if there is no build or a source is newer. Only the result goes to standard output.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\tapescript.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "STALE="
if not exist "%JAR%" set "STALE=1"
if not defined STALE (
    powershell -NoProfile -Command "$j=Get-Item -LiteralPath $env:JAR; $n=Get-ChildItem -Recurse -File -LiteralPath ($env:HOME_DIR+'src\main'),($env:HOME_DIR+'pom.xml') | Where-Object {$_.LastWriteTime -gt $j.LastWriteTime} | Select-Object -First 1; if($n){exit 1}else{exit 0}"
    if errorlevel 1 set "STALE=1"
)
if defined STALE (
    echo Building Tapescript ^(needed once, and when its sources change^) ... 1>&2
    pushd "%HOME_DIR%"
    call mvn -q -B -DskipTests package 1>&2
    if errorlevel 1 (
        popd
        echo tapescript: Building failed; see the messages above, and install Maven if it is not there 1>&2
        exit /b 1
    )
    popd
)
"%JAVA%" -Xmx850m -XX:+UseSerialGC -jar "%JAR%" %*
exit /b %errorlevel%
