@echo off
rem Runs Tapescript; builds it first if there is no build or a source is newer.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\tapescript.jar"
powershell -NoProfile -Command "$j=Get-Item -ErrorAction SilentlyContinue '%JAR%'; if(-not $j){exit 1}; $n=Get-ChildItem -Recurse '%HOME_DIR%src\main','%HOME_DIR%pom.xml' | Where-Object {$_.LastWriteTime -gt $j.LastWriteTime} | Select-Object -First 1; if($n){exit 1}else{exit 0}"
if errorlevel 1 (
    echo Building Tapescript ^(needed once, and when its sources change^) ... 1>&2
    pushd "%HOME_DIR%"
    call mvn -q -B -DskipTests package 1>&2
    if errorlevel 1 (
        popd
        echo tapescript: Building failed; see Maven's messages above 1>&2
        exit /b 1
    )
    popd
)
java -Xmx900m -XX:+UseSerialGC -jar "%JAR%" %*
exit /b %errorlevel%
