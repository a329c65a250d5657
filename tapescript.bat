@echo off
rem Runs Tapescript; builds it first if there is no build or a source is newer. Only the result goes to standard output.
setlocal
set "HOME_DIR=%~dp0"
set "TARGET=%HOME_DIR%target"
set "JAR=%TARGET%\tapescript.jar"
rem There while a build is under way: a build that was killed leaves it behind.
set "BUILDING=%TARGET%\building.txt"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "STALE="
if not exist "%JAR%" set "STALE=1"
if exist "%BUILDING%" set "STALE=1"
if not defined STALE (
    powershell -NoProfile -Command "$j=Get-Item -LiteralPath $env:JAR; $n=Get-ChildItem -Recurse -File -LiteralPath ($env:HOME_DIR+'src\main'),($env:HOME_DIR+'pom.xml') | Where-Object {$_.LastWriteTime -gt $j.LastWriteTime} | Select-Object -First 1; if($n){exit 1}else{exit 0}"
    if errorlevel 1 set "STALE=1"
)
if not defined STALE goto run
if not exist "%TARGET%" mkdir "%TARGET%" 2>nul
rem What a killed build has left cannot be told from what is whole.
if exist "%BUILDING%" (
    del /q "%JAR%" 2>nul
    for %%d in (lib classes maven-status dependency-maven-plugin-markers) do rmdir /s /q "%TARGET%\%%d" 2>nul
)
(echo building>"%BUILDING%") 2>nul
if not exist "%BUILDING%" (
    if exist "%JAR%" (
        echo tapescript: the sources are newer than the program, and %TARGET% cannot be written to; starting it as it is 1>&2
        goto run
    )
    echo tapescript: Building: %TARGET% cannot be written to; copy the folder to where you may write 1>&2
    exit /b 1
)
echo Building Tapescript ^(needed once, and when its sources change^) ... 1>&2
pushd "%HOME_DIR%"
call mvn -q -B -DskipTests package 1>&2
if errorlevel 1 (
    popd
    echo tapescript: Building failed; see the messages above, and install Maven if it is not there 1>&2
    exit /b 1
)
popd
del /q "%BUILDING%"
:run
rem Commands keep the heap small; a window is not to wait for that.
set HEAP=-XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -XX:MaxNewSize=96m
if "%~1"=="" set HEAP=
if "%~1"=="open" set HEAP=
"%JAVA%" -Xms64m -Xmx850m -XX:+UseSerialGC %HEAP% -jar "%JAR%" %*
exit /b %errorlevel%
