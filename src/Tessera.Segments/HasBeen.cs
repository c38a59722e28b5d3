namespace Tessera.Segments;

/// <summary><c>has been "free" for at least 30 days</c>: the trait has had this value since <c>t - D</c> or longer, without a break.</summary>
/// <param name="Value">The text the trait has had.</param>
/// <param name="Length">How long, at least.</param>
public sealed record HasBeen(string Value, Duration Length) : ValueTest;
