using System.Text;
using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Files;

/// <summary>Reads what <see cref="ContentWriter"/> wrote; the checksum of the file has been compared before.</summary>
internal sealed class ContentReader : IDisposable
{
    public ContentReader(ReadOnlyMemory<byte> content) => Plain = new BinaryReader(new MemoryStream(content.ToArray()), Encoding.UTF8);

    /// <summary>For single numbers and texts.</summary>
    public BinaryReader Plain { get; }

    public double[] Numbers() => Many(Plain.ReadDouble);

    public int[] Integers() => Many(Plain.ReadInt32);

    public string[] Texts() => Many(Plain.ReadString);

    public T[] Many<T>(Func<T> read)
    {
        var values = new T[Plain.ReadInt32()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = read();
        }

        return values;
    }

    public FeatureSchema Schema() => new(Many(() =>
    {
        var (name, isCategorical, categories) = (Plain.ReadString(), Plain.ReadBoolean(), Texts());
        return isCategorical ? FeatureDefinition.Categorical(name, categories) : FeatureDefinition.Numeric(name);
    }));

    public Convergence Convergence() => new(Plain.ReadBoolean(), Plain.ReadInt32(), Plain.ReadDouble(), Plain.ReadString());

    public TreeEnsemble Trees() => new(
        Plain.ReadDouble(),
        Integers(),
        Many(() => new TreeNode(Plain.ReadDouble(), Plain.ReadInt32(), Plain.ReadInt32(), Plain.ReadInt32(), Plain.ReadInt32())),
        Numbers(),
        Numbers(),
        Numbers(),
        Many(() => Many(Plain.ReadUInt64)));

    public void Dispose() => Plain.Dispose();
}
