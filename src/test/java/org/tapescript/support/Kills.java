package org.tapescript.support;

/** How often the program is killed in a test run, by {@code -Dkills}, and how many of these kills each test does. */
public final class Kills {
    private static final int ALL = Integer.getInteger("kills", 30);

    /** Of the window at work. */
    public static final int WINDOW = ALL / 5;
    /** Of commands. */
    public static final int COMMANDS = ALL * 4 / 15;
    /** Of an editor without a window, which does more in less time. */
    public static final int EDITOR = ALL - WINDOW - COMMANDS;
    /** Number of the first one, to go on where another run ended. */
    public static final int FIRST = Integer.getInteger("kills.first", 0);

    private Kills() {}
}
