using Tessera.Learning.Lifetime;

namespace Tessera.Learning.Tests.Lifetime;

public sealed class PurchaseLogTests
{
    private static readonly Purchase[] Purchases =
    [
        new("b", new DateTime(2025, 1, 15), 10),
        new("a", new DateTime(2025, 1, 29, 18, 0, 0), 30),
        new("a", new DateTime(2025, 1, 1, 9, 0, 0), 5),
        new("a", new DateTime(2025, 1, 29, 8, 0, 0), 10),
        new("a", new DateTime(2025, 2, 12), 7),
        new("c", new DateTime(2025, 2, 10), 99),
    ];

    [Fact]
    public void Summarise_SameDayAndHoldout_AreCountedAsThePapersDo()
    {
        var log = PurchaseLog.Summarise(Purchases, new DateOnly(2025, 2, 5));

        log.Customers.Count.ShouldBe(2);
        log.CustomersAfterCalibration.ShouldBe(1);
        log.HoldoutLength.ShouldBe(1);
        log.Customers[0].ShouldBe(new ObservedCustomer("a", new(1, 4, 5), new(2, 6, 6), 40, 7));
        log.Customers[0].HoldoutPurchases.ShouldBe(1);
        log.Customers[1].Calibration.ShouldBe(new PurchaseHistory(0, 0, 3));
        log.Customers[1].MeanRepeatAmount.ShouldBe(double.NaN);
    }

    [Fact]
    public void Summarise_Days_MeasuresInDays() =>
        PurchaseLog.Summarise(Purchases, unit: TimeUnit.Days).Customers[0].Calibration.ShouldBe(new PurchaseHistory(2, 42, 42));

    [Fact]
    public void Summarise_AllAfterCalibration_IsNotEstimable() =>
        Should.Throw<NotEstimableException>(() => PurchaseLog.Summarise(Purchases, new DateOnly(2024, 12, 31))).Message.ShouldContain("2025-01-01");

    [Fact]
    public void Summarise_Nothing_IsNotEstimable() => Should.Throw<NotEstimableException>(() => PurchaseLog.Summarise([]));

    [Fact]
    public void Collapse_AnyOrder_GivesTheSameRows()
    {
        PurchaseHistory[] histories = [new(2, 3, 4), new(0, 0, 9), new(2, 3, 4), new(1, 3, 4)];

        var collapsed = PurchaseHistories.Collapse(histories);

        collapsed.Distinct().ShouldBe([KeyValuePair.Create(new PurchaseHistory(0, 0, 9), 1), KeyValuePair.Create(new PurchaseHistory(1, 3, 4), 1), KeyValuePair.Create(new PurchaseHistory(2, 3, 4), 2)]);
        collapsed.Customers.ShouldBe(4);
        collapsed.RepeatPurchases.ShouldBe(5);
        PurchaseHistories.Collapse(histories.Reverse()).Distinct().ShouldBe(collapsed.Distinct());
    }
}
