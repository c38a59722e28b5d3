using Tessera.Server.Imports.Contracts;
using Tessera.Server.Imports.Orders;

namespace Tessera.Server.Tests.Imports.Orders;

public sealed class LineClassifierTests
{
    [Theory]
    [InlineData("536365", "85123A", "WHITE HANGING HEART", 6, 15.30, true, OrderLineKinds.Sale, LineTypes.Product)]
    [InlineData("536365", "85123A", "WHITE HANGING HEART", 6, 15.30, false, OrderLineKinds.Sale, LineTypes.Product)]
    [InlineData("C536383", "35004C", "SET OF 3 DUCKS", -1, -4.65, true, OrderLineKinds.Cancellation, LineTypes.Product)]
    [InlineData("C537251", "22429", "MEASURING JUG", -2, -8.50, false, OrderLineKinds.Cancellation, LineTypes.Product)]
    [InlineData("C536379", "D", "Discount", -1, -27.50, true, OrderLineKinds.Cancellation, LineTypes.Discount)]
    [InlineData("536370", "POST", "POSTAGE", 3, 54.00, true, OrderLineKinds.Sale, LineTypes.Postage)]
    [InlineData("536544", "DOT", "DOTCOM POSTAGE", 1, 569.77, false, OrderLineKinds.Sale, LineTypes.Postage)]
    [InlineData("537000", "C2", "CARRIAGE", 1, 50.00, true, OrderLineKinds.Sale, LineTypes.Postage)]
    [InlineData("537000", "M", "Manual", 1, 5.00, true, OrderLineKinds.Sale, LineTypes.Manual)]
    [InlineData("C537572", "BANK CHARGES", "Bank Charges", -1, -95.38, false, OrderLineKinds.Cancellation, LineTypes.Fee)]
    [InlineData("537000", "AMAZONFEE", "AMAZON FEE", 1, 13541.33, false, OrderLineKinds.Fee, LineTypes.Fee)]
    [InlineData("537000", "BANK CHARGES", "Bank Charges", 1, 15.00, true, OrderLineKinds.Sale, LineTypes.Fee)] // a customer pays it
    [InlineData("C560000", "CRUK", "CRUK Commission", -1, -52.24, true, OrderLineKinds.Cancellation, LineTypes.Commission)]
    [InlineData("C537581", "S", "SAMPLES", -1, -12.95, false, OrderLineKinds.Cancellation, LineTypes.Samples)]
    [InlineData("A563185", "B", "Adjust bad debt", 1, 11062.06, false, OrderLineKinds.Adjustment, LineTypes.BadDebt)]
    [InlineData("A563186", "B", "Adjust bad debt", 1, -11062.06, false, OrderLineKinds.Adjustment, LineTypes.BadDebt)]
    [InlineData("544000", "gift_0001_20", "Dotcomgiftshop Gift Voucher £20.00", 1, 16.67, false, OrderLineKinds.Sale, LineTypes.Voucher)]
    [InlineData("536589", "21777", "", -10, 0, false, OrderLineKinds.Adjustment, LineTypes.Product)]
    [InlineData("537197", "22841", "CAKE TIN", 1, 0, true, OrderLineKinds.Free, LineTypes.Product)]
    [InlineData("568158", "PADS", "PADS TO MATCH ALL CUSHIONS", 1, 0.001, true, OrderLineKinds.Sale, LineTypes.Product)]
    [InlineData("1001", "A-1", "Shirt", -1, -20.00, true, OrderLineKinds.Return, LineTypes.Product)]
    [InlineData("1001", "A-1", "Shirt", 1, -20.00, true, OrderLineKinds.Return, LineTypes.Product)] // money back, goods kept
    [InlineData("1001", "", "Rabatt", 1, -5.00, true, OrderLineKinds.Discount, LineTypes.Discount)]
    [InlineData("1001", "", "Versandkosten", 1, 4.90, true, OrderLineKinds.Sale, LineTypes.Postage)]
    [InlineData("1001", "M", "Shirt, size M", 1, 20.00, true, OrderLineKinds.Sale, LineTypes.Product)] // M is a size elsewhere
    [InlineData("CAT-7", "A-1", "Shirt", -1, -20.00, true, OrderLineKinds.Return, LineTypes.Product)] // not a cancelling number
    public void Classify_Line_IsRecognisedForWhatItIs(
        string orderId, string code, string description, double quantity, double amount, bool hasCustomer, string kind, string lineType)
    {
        var type = LineTypes.Recognise(code, description);
        type.ShouldBe(lineType);
        LineClassifier.Classify(orderId, type, OrderOutcome.Stands, (decimal)quantity, (decimal)amount, hasCustomer).ShouldBe(kind);
    }

    [Theory]
    [InlineData("completed", "Stands")]
    [InlineData("Paid", "Stands")]
    [InlineData("wc-processing", "Stands")]
    [InlineData("partially_refunded", "Stands")]
    [InlineData("Cancelled", "Cancelled")]
    [InlineData("canceled", "Cancelled")]
    [InlineData("voided", "Cancelled")]
    [InlineData("wc-failed", "Cancelled")]
    [InlineData("storniert", "Cancelled")]
    [InlineData("annulée", "Cancelled")]
    [InlineData("refunded", "Returned")]
    [InlineData("Charged Back", "Returned")]
    [InlineData("zurückgesendet", "Returned")]
    [InlineData("on the moon", null)]
    public void Read_Status_IsUnderstoodInTheLanguagesOfShops(string status, string? expected) => OrderStatuses.Read(status)?.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("Cancelled", OrderLineKinds.Cancellation)]
    [InlineData("Returned", OrderLineKinds.Return)]
    public void Classify_OrderThatDidNotStand_IsNoSale(string outcome, string kind) =>
        LineClassifier.Classify("1", LineTypes.Product, Enum.Parse<OrderOutcome>(outcome), 1, 20, hasCustomer: true).ShouldBe(kind);

    [Fact]
    public void Recognise_SameProductTwiceAndAnotherInItsPlace_RemembersTheRightType()
    {
        var code = "M";
        LineTypeMemory.Recognise(code, "Manual").ShouldBe(LineTypes.Manual);
        LineTypeMemory.Recognise(code, "Manual").ShouldBe(LineTypes.Manual);
        LineTypeMemory.Recognise(code, "Shirt").ShouldBe(LineTypes.Product);
        LineTypeMemory.Recognise(code, "Manual").ShouldBe(LineTypes.Manual);
    }
}
