using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Tests.Segments.Rfm;

public sealed class RfmOptionsValidatorTests
{
    private static readonly RfmThresholds Sound = new([365, 180, 90, 30], [2, 3, 5, 10], [100m, 250m, 500m, 1000m]);

    [Fact]
    public void Validate_Defaults_FindsNothing() => RfmOptionsValidator.Validate(new RfmOptions()).ShouldBeEmpty();

    [Fact]
    public void Validate_EverythingSound_FindsNothing() => RfmOptionsValidator.Validate(new RfmOptions
    {
        Scoring = RfmScoring.Thresholds,
        Thresholds = Sound,
        WindowDays = 365,
        ReferenceDate = new DateOnly(2011, 12, 10),
        Monetary = RfmMonetary.Net,
        Naming = RfmNaming.Short,
    }).ShouldBeEmpty();

    [Fact]
    public void Validate_ManyMistakes_ListsThemAll()
    {
        var errors = RfmOptionsValidator.Validate(new RfmOptions
        {
            Scoring = RfmScoring.Thresholds,
            Thresholds = new RfmThresholds([30, 90, 180, 365], [2, 3, 5], [100m, 100m, 500m, 1000m]),
            WindowDays = 0,
            ReferenceDate = new DateOnly(1, 1, 1),
        });

        errors.Keys.Order(StringComparer.Ordinal).ShouldBe(
            ["options.referenceDate", "options.thresholds.frequency", "options.thresholds.monetary", "options.thresholds.recency", "options.windowDays"]);
        errors["options.thresholds.recency"].ShouldHaveSingleItem().ShouldContain("30, 90, 180, 365 do not fall");
        errors["options.thresholds.frequency"].ShouldHaveSingleItem().ShouldContain("3 cut-offs given");
        errors["options.thresholds.monetary"].ShouldHaveSingleItem().ShouldContain("do not rise");
    }

    [Fact]
    public void Validate_ThresholdsWithoutAny_AsksForThem() =>
        RfmOptionsValidator.Validate(new RfmOptions { Scoring = RfmScoring.Thresholds }).Keys.ShouldHaveSingleItem().ShouldBe("options.thresholds");

    [Fact]
    public void Validate_ValueOutOfRange_NamesTheRange() =>
        RfmOptionsValidator.Validate(new RfmOptions { Thresholds = Sound with { Recency = [365, 180, 90, 0] } })["options.thresholds.recency"]
            .ShouldHaveSingleItem().ShouldBe("365, 180, 90, 0 leaves the range 1 to 36500.");
}
