using System.Text;
using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Files;

/// <summary>Writes what several kinds of model files have in common.</summary>
internal sealed class ContentWriter : IDisposable
{
    private readonly MemoryStream bytes = new();

    public ContentWriter() => Plain = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true);

    /// <summary>For single numbers and texts.</summary>
    public BinaryWriter Plain { get; }

    public byte[] ToArray()
    {
        Plain.Flush();
        return bytes.ToArray();
    }

    public void Numbers(IReadOnlyList<double> values)
    {
        Plain.Write(values.Count);
        foreach (var value in values)
        {
            Plain.Write(value);
        }
    }

    public void Integers(IReadOnlyList<int> values)
    {
        Plain.Write(values.Count);
        foreach (var value in values)
        {
            Plain.Write(value);
        }
    }

    public void Texts(IReadOnlyList<string> values)
    {
        Plain.Write(values.Count);
        foreach (var value in values)
        {
            Plain.Write(value);
        }
    }

    public void Schema(FeatureSchema schema)
    {
        Plain.Write(schema.Count);
        foreach (var feature in schema.Features)
        {
            Plain.Write(feature.Name);
            Plain.Write(feature.IsCategorical);
            Texts(feature.Categories);
        }
    }

    public void Convergence(Convergence convergence)
    {
        Plain.Write(convergence.Converged);
        Plain.Write(convergence.Iterations);
        Plain.Write(convergence.Objective);
        Plain.Write(convergence.Reason);
    }

    public void Trees(TreeEnsemble trees)
    {
        Plain.Write(trees.Bias);
        Integers(trees.Roots);
        Plain.Write(trees.Nodes.Length);
        foreach (var node in trees.Nodes)
        {
            Plain.Write(node.Threshold);
            Plain.Write(node.FeatureAndDefault);
            Plain.Write(node.CategorySet);
            Plain.Write(node.Left);
            Plain.Write(node.Right);
        }

        Numbers(trees.NodeCovers);
        Numbers(trees.LeafValues);
        Numbers(trees.LeafCovers);
        Plain.Write(trees.CategorySets.Length);
        foreach (var set in trees.CategorySets)
        {
            Plain.Write(set.Length);
            foreach (var word in set)
            {
                Plain.Write(word);
            }
        }
    }

    public void Dispose()
    {
        Plain.Dispose();
        bytes.Dispose();
    }
}
