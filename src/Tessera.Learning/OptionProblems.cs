using System.Globalization;

namespace Tessera.Learning;

/// <summary>Collects what is wrong with options, so that all of it is said at once.</summary>
internal sealed class OptionProblems
{
    private readonly List<string> problems = [];

    /// <summary>Requires a number within a closed range.</summary>
    public OptionProblems Range(string option, double value, double lowest, double highest)
    {
        // Negated, so that not-a-number is refused as well.
        return Require(value >= lowest && value <= highest,
            string.Create(CultureInfo.InvariantCulture, $"{option} is {value} but must lie between {lowest} and {highest}."));
    }

    /// <summary>Requires a finite number above zero.</summary>
    public OptionProblems Positive(string option, double value) => Require(value > 0 && double.IsFinite(value),
        string.Create(CultureInfo.InvariantCulture, $"{option} is {value} but must be a finite number above 0."));

    /// <summary>Requires a condition.</summary>
    public OptionProblems Require(bool holds, string problem)
    {
        if (!holds)
        {
            problems.Add(problem);
        }

        return this;
    }

    /// <summary>Throws if anything was found.</summary>
    /// <exception cref="InvalidOptionsException">At least one problem was found; all are listed.</exception>
    public void ThrowIfAny()
    {
        if (problems.Count > 0)
        {
            throw new InvalidOptionsException(problems);
        }
    }
}
