namespace Tessera.Learning.Lifetime;

/// <summary>Which columns of a table hold what a lifetime model needs.</summary>
/// <param name="Frequency">The column of repeat purchases (x).</param>
/// <param name="Recency">The column of the time from the first to the last purchase (t_x).</param>
/// <param name="Age">The column of the time from the first purchase to the end of the observation (T).</param>
public sealed record HistoryColumns(string Frequency = "x", string Recency = "t_x", string Age = "T");
