namespace Tessera.Cli.Doctor;

/// <summary>What a check found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Verdict">Whether it is well.</param>
/// <param name="Text">What was found and, when it is not well, what to do.</param>
internal sealed record Finding(string Check, Verdict Verdict, string Text);
