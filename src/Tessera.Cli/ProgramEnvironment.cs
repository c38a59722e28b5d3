namespace Tessera.Cli;

/// <summary>What surrounds the program: its streams, environment variables, current directory and clock.</summary>
/// <param name="In">What is typed.</param>
/// <param name="Out">Takes what was asked for.</param>
/// <param name="OpenOut">The same as <paramref name="Out"/>, for bytes.</param>
/// <param name="Error">Takes progress, notices and the one sentence that a failure prints.</param>
/// <param name="Variable">The value of an environment variable, or null.</param>
/// <param name="CurrentDirectory">What relative paths are relative to.</param>
/// <param name="InIsTerminal">Whether a person types <paramref name="In"/>.</param>
/// <param name="OutIsTerminal">Whether a person sees <paramref name="Out"/>.</param>
/// <param name="ErrorIsTerminal">Whether a person sees <paramref name="Error"/>.</param>
/// <param name="Time">The clock.</param>
internal sealed record ProgramEnvironment(
    TextReader In,
    TextWriter Out,
    Func<Stream> OpenOut,
    TextWriter Error,
    Func<string, string?> Variable,
    string CurrentDirectory,
    bool InIsTerminal,
    bool OutIsTerminal,
    bool ErrorIsTerminal,
    TimeProvider Time)
{
    /// <summary>Whether somebody is there who can be asked.</summary>
    public bool IsInteractive => InIsTerminal && ErrorIsTerminal;

    /// <summary>The root of the installation, where <c>./tessera</c> lies; the current directory when it was not said.</summary>
    public string Root => NonEmpty("TESSERA_ROOT") ?? CurrentDirectory;

    /// <summary>The folder of the built web app.</summary>
    public string WebAppDirectory => NonEmpty("TESSERA_WEB_APP") ?? Path.Combine(Root, "web", "dist");

    /// <summary>Where <c>serve</c> keeps its data unless told otherwise.</summary>
    public string DefaultDataDirectory => Path.Combine(Root, "data");

    /// <summary>The folder of the demos' data directories.</summary>
    public string DemoDirectory => Path.Combine(Root, "demo-data");

    public static ProgramEnvironment OfThisProcess() => new(
        Console.In,
        Console.Out,
        Console.OpenStandardOutput,
        Console.Error,
        Environment.GetEnvironmentVariable,
        Environment.CurrentDirectory,
        !Console.IsInputRedirected,
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected,
        TimeProvider.System);

    /// <summary>The value of an environment variable; null when it is not set or empty.</summary>
    public string? NonEmpty(string variable) => Variable(variable) is { Length: > 0 } value ? value : null;

    /// <summary>A path that the user typed, as an absolute one.</summary>
    public string Absolute(string path) => Path.GetFullPath(path, CurrentDirectory);
}
