using System.Runtime.InteropServices;

namespace Tessera.Learning.Recommendation;

/// <summary>An item that is recommended.</summary>
/// <param name="Item">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">The model's score, before any re-ranking.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecommendedItem(int Item, string Name, double Score);
