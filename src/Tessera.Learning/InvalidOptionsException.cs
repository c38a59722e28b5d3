namespace Tessera.Learning;

/// <summary>Options were out of range; all problems are listed together.</summary>
public sealed class InvalidOptionsException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problems">One sentence per problem: the option, its value and the allowed range.</param>
    public InvalidOptionsException(IReadOnlyList<string> problems)
        : base(string.Join(" ", problems)) => Problems = problems;

    /// <summary>One sentence per problem.</summary>
    public IReadOnlyList<string> Problems { get; }
}
