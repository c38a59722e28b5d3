using Tessera.Learning.Boosting;
using Tessera.Learning.Calibration;
using Tessera.Learning.Causal;
using Tessera.Learning.Forests;
using Tessera.Learning.Linear;
using Tessera.Learning.Selection;

namespace Tessera.Learning.Files;

/// <summary>Writes fitted models of classes, numbers and uplift to files and reads them back, exactly: boosting, forests, linear models, blends of them, uplift.</summary>
public static class PredictorFile
{
    private const string Kind = "predictor";
    private const ushort Version = 1;
    private const string Calibrated = "selected-calibrated";

    /// <summary>The bytes of a model file.</summary>
    /// <param name="model">A model of this library.</param>
    /// <exception cref="ArgumentException">It is of another kind.</exception>
    public static byte[] Write(IPredictor model)
    {
        using var content = new ContentWriter();
        Write(content, model);
        return ModelFile.Seal(Kind, Version, content.ToArray());
    }

    /// <summary>Reads a model file, of this version or any before it.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="ModelFileException">It is no such file, damaged, or newer than this program.</exception>
    public static IPredictor Read(ReadOnlyMemory<byte> file)
    {
        var (_, bytes) = ModelFile.Open(file, Kind, Version);
        using var content = new ContentReader(bytes);
        return Read(content);
    }

    private static void Write(ContentWriter content, IPredictor model)
    {
        content.Plain.Write(model switch
        {
            BoostingModel => "boosting",
            ForestModel => "forest",
            LinearModel => "linear",
            SelectedModel { Curve: null } => "selected",
            SelectedModel => Calibrated,
            UpliftForestModel => "uplift-forest",
            UpliftModel => "uplift",
            _ => throw new ArgumentException($"A {model.GetType().Name} is no model that can be written to a file.", nameof(model)),
        });
        content.Schema(model.Schema);
        content.Convergence(model.Convergence);
        switch (model)
        {
            case BoostingModel boosting:
                content.Plain.Write((int)boosting.Objective.Objective);
                content.Plain.Write(boosting.Objective.QuantileLevel);
                content.Plain.Write(boosting.Objective.TweediePower);
                content.Trees(boosting.Trees);
                content.Numbers(boosting.ValidationLosses);
                break;
            case ForestModel forest:
                content.Trees(forest.Trees);
                break;
            case UpliftForestModel forest:
                content.Trees(forest.Trees);
                break;
            case LinearModel linear:
                Write(content, linear);
                break;
            case UpliftModel uplift:
                Write(content, uplift);
                break;
            case SelectedModel selected:
                Write(content, selected);
                break;
        }
    }

    private static IPredictor Read(ContentReader content)
    {
        var kind = content.Plain.ReadString();
        var (schema, convergence) = (content.Schema(), content.Convergence());
        switch (kind)
        {
            case "boosting":
                var objective = new ObjectiveParameters((BoostingObjective)content.Plain.ReadInt32(), content.Plain.ReadDouble(), content.Plain.ReadDouble());
                return new BoostingModel(schema, content.Trees(), objective, convergence, content.Numbers());
            case "forest":
                return new ForestModel(schema, content.Trees(), convergence);
            case "uplift-forest":
                return new UpliftForestModel(schema, content.Trees());
            case "linear":
                return new LinearModel(
                    schema,
                    content.Plain.ReadDouble(),
                    content.Many(() => new LinearTerm(content.Plain.ReadDouble(), content.Numbers(), content.Plain.ReadDouble(), content.Plain.ReadDouble())),
                    content.Plain.ReadBoolean(),
                    convergence);
            case "uplift":
                return new UpliftModel(schema, convergence, content.Many(() =>
                {
                    var (weight, takesTreatment, treatment) = (content.Plain.ReadDouble(), content.Plain.ReadBoolean(), content.Plain.ReadDouble());
                    return new UpliftPart(Read(content), weight, takesTreatment ? treatment : null);
                }));
            case "selected":
                return ReadSelected(content, isCalibrated: false);
            case Calibrated:
                return ReadSelected(content, isCalibrated: true);
            default:
                throw new ModelFileException($"The file holds a model called {kind}, which this program does not know.");
        }
    }

    private static void Write(ContentWriter content, LinearModel model)
    {
        content.Plain.Write(model.Intercept);
        content.Plain.Write(model.Terms.Count);
        foreach (var term in model.Terms)
        {
            content.Plain.Write(term.Slope);
            content.Numbers(term.ByCategory);
            content.Plain.Write(term.Missing);
            content.Plain.Write(term.Mean);
        }

        content.Plain.Write(model.IsLogistic);
    }

    private static void Write(ContentWriter content, UpliftModel model)
    {
        content.Plain.Write(model.Parts.Count);
        foreach (var part in model.Parts)
        {
            content.Plain.Write(part.Weight);
            content.Plain.Write(part.Treatment.HasValue);
            content.Plain.Write(part.Treatment ?? 0);
            Write(content, part.Model);
        }
    }

    private static void Write(ContentWriter content, SelectedModel model)
    {
        content.Plain.Write(model.Reason);
        content.Plain.Write(model.Candidates.Count);
        foreach (var candidate in model.Candidates)
        {
            content.Plain.Write(candidate.Name);
            content.Plain.Write(candidate.Kind is { } kind ? (int)kind : -1);
            content.Plain.Write(candidate.Loss);
            content.Plain.Write(candidate.Weight);
        }

        content.Plain.Write((int)model.Blend.Task);
        content.Plain.Write(model.Blend.Intercept);
        content.Numbers(model.Blend.Weights);
        if (model.Curve is { } curve)
        {
            content.Numbers(curve.Rates.Scores);
            content.Numbers(curve.Rates.Probabilities);
        }

        content.Plain.Write(model.Parts.Count);
        foreach (var part in model.Parts)
        {
            Write(content, part);
        }
    }

    private static SelectedModel ReadSelected(ContentReader content, bool isCalibrated)
    {
        var reason = content.Plain.ReadString();
        var candidates = content.Many(() =>
        {
            var (name, kind) = (content.Plain.ReadString(), content.Plain.ReadInt32());
            return new CandidateScore(name, kind < 0 ? null : (ModelKind)kind, content.Plain.ReadDouble(), content.Plain.ReadDouble());
        });
        var blend = new Blend((PredictionTask)content.Plain.ReadInt32(), content.Plain.ReadDouble(), content.Numbers());
        var curve = isCalibrated ? new ProbabilityCurve(new IsotonicScaling(content.Numbers(), content.Numbers())) : null;
        return new SelectedModel(content.Many(() => Read(content)), blend, candidates, reason, curve);
    }
}
