using Tessera.Learning.Boosting;
using Tessera.Learning.Calibration;
using Tessera.Learning.Causal;
using Tessera.Learning.Clustering;
using Tessera.Learning.Data;
using Tessera.Learning.Files;
using Tessera.Learning.Forests;
using Tessera.Learning.Linear;
using Tessera.Learning.Selection;
using Tessera.Learning.Tests.Boosting;
using Tessera.Learning.Tests.Causal;
using Tessera.Learning.Tests.Clustering;

namespace Tessera.Learning.Tests.Files;

public sealed class PredictorFileTests
{
    private static readonly TrainingSet Data = SampleData.Make(BoostingObjective.LogLoss, 600, 81);

    [Fact]
    public void Predictor_WrittenAndRead_PredictsAndExplainsTheSame()
    {
        var uplift = KnownEffects.Make(800, 3, treatedShare: 0.5).Data;
        ShouldRoundTrip(new BoostingTrainer(new BoostingOptions { Trees = 15 }).Fit(Data), Data.Features);
        ShouldRoundTrip(new BoostingTrainer(new BoostingOptions { Trees = 5, Objective = BoostingObjective.Quantile, QuantileLevel = 0.9 }).Fit(Data), Data.Features);
        ShouldRoundTrip(new ForestTrainer(new ForestOptions { Trees = 5 }).Fit(Data), Data.Features);
        ShouldRoundTrip(new LogisticRegressionTrainer(new LinearOptions()).Fit(Data), Data.Features);
        ShouldRoundTrip(new ModelSelector(new SelectionOptions { Kinds = [ModelKind.Linear, ModelKind.Tree] }).Fit(Data), Data.Features);
        var curve = new ProbabilityCurve(IsotonicScaling.Fit([0.2, 0.4, 0.6, 0.8], [0, 1, 0, 1]));
        ShouldRoundTrip(new SelectedModel([new ForestTrainer(new ForestOptions { Trees = 3 }).Fit(Data)], Blend.Identity(PredictionTask.Classification), [], "for a test", curve), Data.Features);
        ShouldRoundTrip(new UpliftTrainer(new UpliftOptions { Learner = UpliftLearner.Single }).Fit(uplift), uplift.Features);
        ShouldRoundTrip(new UpliftTrainer(new UpliftOptions { Base = UpliftBase.Linear }).Fit(uplift), uplift.Features);
        ShouldRoundTrip(new UpliftForestTrainer(new UpliftForestOptions { Trees = 3, MinimumArmRows = 20 }).Fit(uplift), uplift.Features);
    }

    [Fact]
    public void Clusters_WrittenAndRead_AreTheSame()
    {
        var blobs = ThreeBlobs.Make(90, 2);
        var (mixed, _) = KPrototypesTrainerTests.Mixed(80, 2);
        foreach (var (model, frame) in new (IClusterModel, FeatureFrame)[]
        {
            (new KMeansTrainer(new KMeansOptions { Clusters = 4 }).Fit(blobs), blobs),
            (new GaussianMixtureTrainer(new GaussianMixtureOptions { Components = 3 }).Fit(blobs), blobs),
            (new KPrototypesTrainer(new KPrototypesOptions { Clusters = 4 }).Fit(mixed), mixed),
            (new HdbscanTrainer(new HdbscanOptions { MinimumClusterSize = 8 }).Fit(blobs), blobs),
        })
        {
            var read = ClusterFile.Read(ClusterFile.Write(model));

            read.Assignments.ToArray().ShouldBe(model.Assignments.ToArray());
            read.Sizes.ShouldBe(model.Sizes);
            read.Convergence.ShouldBe(model.Convergence);
            read.ToSql().ShouldBe(model.ToSql());
            var row = new double[frame.Schema.Count];
            frame.CopyRow(5, row);
            read.Assign(row).ShouldBe(model.Assign(row));
        }
    }

    [Fact]
    public void Read_AnyByteChangedOrCutOff_IsRefusedInOneSentence()
    {
        var file = PredictorFile.Write(new ForestTrainer(new ForestOptions { Trees = 1, MaximumLeaves = 3 }).Fit(Data));
        for (var i = 0; i < file.Length; i += 7)
        {
            var changed = (byte[])file.Clone();
            changed[i] ^= 0x10;
            Should.Throw<ModelFileException>(() => PredictorFile.Read(changed)).Message.ShouldEndWith(".");
            Should.Throw<ModelFileException>(() => PredictorFile.Read(file.AsMemory(0, i))).Message.ShouldEndWith(".");
        }

        Should.Throw<ModelFileException>(() => ClusterFile.Read(file)).Message.ShouldContain("kind predictor");
        Should.Throw<ModelFileException>(() => PredictorFile.Read(ModelFile.Seal("predictor", 2, []))).Message.ShouldContain("newer program");
    }

    // Never change these bytes: they stand for every file of version 1 that somebody has.
    [Fact]
    public void Read_FilesOfVersion1_LoadForEver()
    {
        var linear = (LinearModel)PredictorFile.Read(Convert.FromBase64String(LinearOfVersion1));
        linear.Predict([2, 1]).ShouldBe(1 / (1 + Math.Exp(-(0.5 + (2 * 1.25) - 0.75))), 1e-15);
        linear.Predict([double.NaN, double.NaN]).ShouldBe(1 / (1 + Math.Exp(-(0.5 + 0.1 + 0.2))), 1e-15);

        var boosting = PredictorFile.Read(Convert.FromBase64String(BoostingOfVersion1));
        boosting.Predict([2, 0]).ShouldBe(1 / (1 + Math.Exp(-(0.25 - 1))), 1e-15);
        boosting.Predict([3, 1]).ShouldBe(1 / (1 + Math.Exp(-(0.25 + 3))), 1e-15);
        boosting.Predict([3, double.NaN]).ShouldBe(1 / (1 + Math.Exp(-(0.25 + 2))), 1e-15);

        var clusters = ClusterFile.Read(Convert.FromBase64String(ClustersOfVersion1));
        clusters.Assign([9, 1]).ShouldBe(1);
        clusters.Sizes.ShouldBe([2, 1]);
    }

    private static void ShouldRoundTrip(IPredictor model, FeatureFrame features)
    {
        var read = PredictorFile.Read(PredictorFile.Write(model));

        read.GetType().ShouldBe(model.GetType());
        read.Predict(features).ShouldBe(model.Predict(features));
        read.Convergence.ShouldBe(model.Convergence);
        read.Schema.Features.Select(feature => feature.Name).ShouldBe(model.Schema.Features.Select(feature => feature.Name));
        if (model is IExplainable explainable)
        {
            var row = new double[features.Schema.Count];
            features.CopyRow(3, row);
            ((IExplainable)read).Explain(row).Contributions.ShouldBe(explainable.Explain(row).Contributions);
        }
    }

    private const string LinearOfVersion1 =
        "VEVTU01PREwBAAkAcHJlZGljdG9yhQAAAAZsaW5lYXICAAAAAXgAAAAAAAFjAQIAAAABYQFiAQcAAAAAAAAAAADgPwVEb25lLgAAAAAAAOA/AgAAAAAAAAAA"
        + "APQ/AAAAAJqZmZmZmbk/MzMzMzMz0z8AAAAAAAAAAAIAAACamZmZmZnZPwAAAAAAAOi/mpmZmZmZyT8AAAAAAAAAAAE1W5iXYY7dlBzhZM6EdGkjReY9Ertz"
        + "drFclPzuW4wA+Q==";
    private const string BoostingOfVersion1 =
        "VEVTU01PREwBAAkAcHJlZGljdG9y+gAAAAhib29zdGluZwIAAAABeAAAAAAAAWMBAgAAAAFhAWIBBwAAAAAAAAAAAOA/BURvbmUuAAAAAAAAAAAAAOA/AAAA"
        + "AAAA+D8AAAAAAADQPwEAAAAAAAAAAgAAAAAAAAAAAARAAAAAAP//////////AQAAAAAAAAAAAAAAAwAAAAAAAAD+/////f///wIAAAAAAAAAAABOQAAAAAAA"
        + "AElAAwAAAAAAAAAAAPC/AAAAAAAAAEAAAAAAAAAIQAMAAAAAAAAAAAAkQAAAAAAAADRAAAAAAAAAPkABAAAAAQAAAAEAAAAAAAAAAgAAADMzMzMzM+M/AAAA"
        + "AAAA4D9o7m0oXmHKVEPxiT0dnYYnfpnwo9qtGvi9RuTEflt1Gg==";
    private const string ClustersOfVersion1 =
        "VEVTU01PREwBAAcAY2x1c3RlcnQAAAAGa21lYW5zAgAAAAF4AAAAAAABeQAAAAAAAQcAAAAAAAAAAADgPwVEb25lLgMAAAAAAAAAAQAAAAAAAAACAAAAAgAA"
        + "AAEAAAAEAAAAAAAAAAAAAAAAAAAAAADwPwAAAAAAACBAAAAAAAAA8D8AAAAAAAAEQOqEh1mb2Qaf5vzcGrLSISVa1QBb/dm15ozXe0L23yMl";
}
