using Tessera.Learning.Clustering;

namespace Tessera.Learning.Files;

/// <summary>Writes fitted clusters to files and reads them back, exactly: K-means, mixtures, K-prototypes, HDBSCAN.</summary>
public static class ClusterFile
{
    private const string Kind = "cluster";
    private const ushort Version = 1;

    /// <summary>The bytes of a model file.</summary>
    /// <param name="model">A model of this library.</param>
    /// <exception cref="ArgumentException">It is of another kind.</exception>
    public static byte[] Write(IClusterModel model)
    {
        using var content = new ContentWriter();
        content.Plain.Write(model switch
        {
            KMeansModel => "kmeans",
            GaussianMixtureModel => "gaussian-mixture",
            KPrototypesModel => "k-prototypes",
            HdbscanModel => "hdbscan",
            _ => throw new ArgumentException($"A {model.GetType().Name} is no model that can be written to a file.", nameof(model)),
        });
        content.Schema(model.Schema);
        content.Convergence(model.Convergence);
        content.Integers(model.Assignments.ToArray());
        content.Integers(model.Sizes);
        switch (model)
        {
            case KMeansModel means:
                content.Numbers([.. Enumerable.Range(0, means.Sizes.Count).SelectMany(cluster => means.Centre(cluster).ToArray())]);
                content.Plain.Write(means.Inertia);
                break;
            case KPrototypesModel prototypes:
                content.Numbers([.. Enumerable.Range(0, prototypes.Sizes.Count).SelectMany(cluster => prototypes.Prototype(cluster).ToArray())]);
                content.Plain.Write(prototypes.CategoryWeight);
                content.Plain.Write(prototypes.Cost);
                break;
            case HdbscanModel dense:
                content.Numbers(dense.Points.Values);
                content.Numbers(dense.Core);
                content.Plain.Write(dense.Neighbours);
                content.Numbers(dense.Strengths.ToArray());
                content.Numbers(dense.Births);
                break;
            case GaussianMixtureModel mixture:
                content.Plain.Write(mixture.Components.Count);
                foreach (var component in mixture.Components)
                {
                    content.Plain.Write(component.Share);
                    content.Numbers(component.Mean);
                    content.Numbers(component.Covariance);
                }

                content.Plain.Write(mixture.LogLikelihood);
                content.Plain.Write(mixture.BayesianInformation);
                content.Texts(mixture.Warnings);
                break;
        }

        return ModelFile.Seal(Kind, Version, content.ToArray());
    }

    /// <summary>Reads a model file, of this version or any before it.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="ModelFileException">It is no such file, damaged, or newer than this program.</exception>
    public static IClusterModel Read(ReadOnlyMemory<byte> file)
    {
        var (_, bytes) = ModelFile.Open(file, Kind, Version);
        using var content = new ContentReader(bytes);
        var kind = content.Plain.ReadString();
        var (schema, convergence) = (content.Schema(), content.Convergence());
        var (assigned, sizes) = (content.Integers(), content.Integers());
        return kind switch
        {
            "kmeans" => new KMeansModel(schema, content.Numbers(), assigned, content.Plain.ReadDouble(), convergence),
            "k-prototypes" => new KPrototypesModel(schema, [.. content.Numbers().Chunk(schema.Count)], content.Plain.ReadDouble(), assigned, sizes, content.Plain.ReadDouble(), convergence),
            "hdbscan" => new HdbscanModel(
                schema, new Points(content.Numbers(), assigned.Length, schema.Count), content.Numbers(), content.Plain.ReadInt32(), assigned, content.Numbers(), content.Numbers()),
            "gaussian-mixture" => new GaussianMixtureModel(
                schema,
                content.Many(() => new GaussianComponent(content.Plain.ReadDouble(), content.Numbers(), content.Numbers())),
                assigned,
                sizes,
                content.Plain.ReadDouble(),
                content.Plain.ReadDouble(),
                convergence,
                content.Texts()),
            _ => throw new ModelFileException($"The file holds clusters called {kind}, which this program does not know."),
        };
    }
}
