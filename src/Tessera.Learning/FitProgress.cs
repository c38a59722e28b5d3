namespace Tessera.Learning;

/// <summary>How far a long fit is.</summary>
/// <param name="Stage">What is being done, for a person: "tree 40 of 200".</param>
/// <param name="Fraction">Share of the work done, 0 to 1; never falls within one fit.</param>
public readonly record struct FitProgress(string Stage, double Fraction);
