namespace Tessera.Learning.Validation;

/// <summary>One division of the rows: those a model learns from and those it is then tested on.</summary>
public sealed class Fold
{
    private readonly int[] training;
    private readonly int[] test;

    internal Fold(string name, int[] training, int[] test)
    {
        Name = name;
        this.training = training;
        this.test = test;
    }

    /// <summary>Which one it is: its number, or the value of the fold column.</summary>
    public string Name { get; }

    /// <summary>The rows to learn from, ascending.</summary>
    public ReadOnlySpan<int> Training => training;

    /// <summary>The rows to test on, ascending.</summary>
    public ReadOnlySpan<int> Test => test;
}
