namespace Tessera.Learning.Selection;

/// <summary>What is to be predicted.</summary>
public enum PredictionTask
{
    /// <summary>The probability that a target of 0 or 1 is 1; judged by log loss.</summary>
    Classification,

    /// <summary>The mean of a number; judged by squared error.</summary>
    Regression,
}
