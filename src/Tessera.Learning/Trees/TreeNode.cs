using System.Runtime.InteropServices;

namespace Tessera.Learning.Trees;

/// <summary>One decision of a tree, 24 bytes.</summary>
/// <param name="Threshold">Of a number: values up to this one go left; positive infinity sends every number left.</param>
/// <param name="FeatureAndDefault">Twice the feature, plus 1 when missing values go left.</param>
/// <param name="CategorySet">Of a category: which set of categories goes left; −1 for a number.</param>
/// <param name="Left">Where the left side goes on: a decision, or the complement of a leaf's number.</param>
/// <param name="Right">Where the right side goes on.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TreeNode(double Threshold, int FeatureAndDefault, int CategorySet, int Left, int Right)
{
    public int Feature => FeatureAndDefault >> 1;

    public bool DefaultLeft => (FeatureAndDefault & 1) != 0;
}
