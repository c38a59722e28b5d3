using System.Runtime.InteropServices;

namespace Tessera.Learning.Recommendation;

/// <summary>A user had to do with an item.</summary>
/// <param name="User">Who.</param>
/// <param name="Item">With what.</param>
/// <param name="Strength">How much that says; above 0 and finite. Those of one user and item add up.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Interaction(string User, string Item, double Strength = 1);
