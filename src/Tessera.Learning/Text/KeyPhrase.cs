using System.Runtime.InteropServices;

namespace Tessera.Learning.Text;

/// <summary>A phrase that says what texts are about.</summary>
/// <param name="Phrase">Its words, in lower case.</param>
/// <param name="Score">The sum of its words' scores.</param>
/// <param name="Count">How often it occurs.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct KeyPhrase(string Phrase, double Score, int Count);
