namespace Tessera.Cli;

/// <summary>How the program ends.</summary>
internal static class ExitCodes
{
    /// <summary>It did what was asked.</summary>
    public const int Success = 0;

    /// <summary>It failed; standard error says why in one sentence.</summary>
    public const int Failure = 1;

    /// <summary>It was not used as its help says.</summary>
    public const int WrongUsage = 2;
}
