namespace Tessera.Cli.Doctor;

/// <summary>Whether what a check looked at is well.</summary>
internal enum Verdict
{
    /// <summary>All is well.</summary>
    Good,

    /// <summary>It works, but not as well as it could.</summary>
    Warning,

    /// <summary>Tessera does not run like this.</summary>
    Bad,
}
