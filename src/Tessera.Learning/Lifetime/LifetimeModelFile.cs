using System.Text;
using Tessera.Learning.Files;

namespace Tessera.Learning.Lifetime;

/// <summary>Writes fitted lifetime models to files and reads them back, exactly.</summary>
public static class LifetimeModelFile
{
    private const string Kind = "lifetime";
    private const ushort Version = 1;

    /// <summary>The bytes of a model file.</summary>
    /// <param name="model">A model of this library.</param>
    public static byte[] Write(ILifetimeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(model.Name);
            writer.Write(model.Parameters.Count);
            foreach (var parameter in model.Parameters)
            {
                writer.Write(parameter.Name);
                writer.Write(parameter.Value);
                writer.Write(parameter.StandardError ?? double.NaN);
            }

            writer.Write(model.Convergence.Converged);
            writer.Write(model.Convergence.Iterations);
            writer.Write(model.Convergence.Objective);
            writer.Write(model.Convergence.Reason);
            writer.Write(model.Warnings.Count);
            foreach (var warning in model.Warnings)
            {
                writer.Write(warning);
            }
        }

        return ModelFile.Seal(Kind, Version, content.ToArray());
    }

    /// <summary>Reads a model file, of this version or any before it.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="ModelFileException">It is no such file, damaged, or newer than this program.</exception>
    public static ILifetimeModel Read(ReadOnlyMemory<byte> file)
    {
        var (_, content) = ModelFile.Open(file, Kind, Version);
        using var reader = new BinaryReader(new MemoryStream(content.ToArray()), Encoding.UTF8);
        var name = reader.ReadString();
        var parameters = new FittedParameter[reader.ReadInt32()];
        for (var i = 0; i < parameters.Length; i++)
        {
            var (parameter, value, error) = (reader.ReadString(), reader.ReadDouble(), reader.ReadDouble());
            parameters[i] = new(parameter, value, double.IsNaN(error) ? null : error);
        }

        var convergence = new Convergence(reader.ReadBoolean(), reader.ReadInt32(), reader.ReadDouble(), reader.ReadString());
        var warnings = new string[reader.ReadInt32()];
        for (var i = 0; i < warnings.Length; i++)
        {
            warnings[i] = reader.ReadString();
        }

        return name switch
        {
            "bg-nbd" => new BetaGeometricNbd(BetaGeometricVariant.Original, parameters, convergence, warnings),
            "mbg-nbd" => new BetaGeometricNbd(BetaGeometricVariant.Modified, parameters, convergence, warnings),
            "pareto-nbd" => new ParetoNbd(parameters, convergence, warnings),
            "nbd" => new Nbd(parameters, convergence, warnings),
            _ => throw new ModelFileException($"The file holds a lifetime model called {name}, which this program does not know."),
        };
    }
}
