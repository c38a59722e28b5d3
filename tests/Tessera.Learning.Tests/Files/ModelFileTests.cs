using Tessera.Learning.Files;
using Tessera.Learning.Lifetime;

namespace Tessera.Learning.Tests.Files;

public sealed class ModelFileTests
{
    private static readonly PurchaseHistory Customer = new(2, 30.43, 38.86);

    [Fact]
    public void LifetimeModel_WrittenAndRead_IsTheSame()
    {
        var random = new Random(1);
        var truth = new ParetoNbd(0.6, 6, 0.8, 25);
        var histories = PurchaseHistories.Collapse(Enumerable.Range(0, 500).Select(_ => truth.Simulate(60, random)));
        ILifetimeModel[] models = [.. LifetimeModelSelector.Estimators.Values.Select(estimator => estimator.Fit(histories)), new NbdEstimator().Fit(histories), truth];

        foreach (var model in models)
        {
            var read = LifetimeModelFile.Read(LifetimeModelFile.Write(model));

            read.Name.ShouldBe(model.Name);
            read.Parameters.ShouldBe(model.Parameters);
            read.Convergence.ShouldBe(model.Convergence);
            read.Warnings.ShouldBe(model.Warnings);
            read.ExpectedPurchases(39, Customer).ShouldBe(model.ExpectedPurchases(39, Customer));
        }
    }

    [Fact]
    public void LifetimeModel_AnyByteChangedOrCutOff_IsRefusedInOneSentence()
    {
        var file = LifetimeModelFile.Write(new Nbd(0.7, 9));
        for (var i = 0; i < file.Length; i++)
        {
            var changed = (byte[])file.Clone();
            changed[i] ^= 0x10;
            Should.Throw<ModelFileException>(() => LifetimeModelFile.Read(changed)).Message.ShouldEndWith(".");
            Should.Throw<ModelFileException>(() => LifetimeModelFile.Read(file.AsMemory(0, i))).Message.ShouldEndWith(".");
        }
    }

    [Fact]
    public void Open_NewerVersionOrOtherKind_SaysSo()
    {
        Should.Throw<ModelFileException>(() => LifetimeModelFile.Read(ModelFile.Seal("lifetime", 2, []))).Message.ShouldContain("newer program");
        Should.Throw<ModelFileException>(() => LifetimeModelFile.Read(ModelFile.Seal("trees", 1, []))).Message.ShouldContain("kind trees");
    }

    [Fact]
    public void Read_FileOfVersion1_LoadsForEver()
    {
        // Never change these bytes: they stand for every file of version 1 that somebody has.
        const string file =
            "VEVTU01PREwBAAgAbGlmZXRpbWV0AAAABmJnLW5iZAQAAAABcrTIdr6fGs8/INJvXwfOiT8FYWxwaGEOLbKd76cRQP7UeOkmMdg/AWHHSzeJQW"
            + "DpPwAAAAAAAPj/AWKcxCCwcmgDQI/C9Shcj+Y/ARgAAAAzMzMzM7fCwAVEb25lLgEAAAAFTm90ZS7+uMc9nWxG6faBBuEE9CKrtsVLovqDg9Ps"
            + "mNVN73J07A==";

        var model = LifetimeModelFile.Read(Convert.FromBase64String(file));

        model.Name.ShouldBe("bg-nbd");
        model.Parameters.ShouldBe([new("r", 0.243, 0.0126), new("alpha", 4.414, 0.378), new("a", 0.793, null), new("b", 2.426, 0.705)]);
        model.Convergence.ShouldBe(new Convergence(true, 24, -9582.4, "Done."));
        model.Warnings.ShouldBe(["Note."]);
        Math.Round(model.ExpectedPurchases(39, Customer), 3).ShouldBe(1.226);
    }
}
