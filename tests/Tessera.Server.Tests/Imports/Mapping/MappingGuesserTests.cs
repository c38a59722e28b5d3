using Tessera.Server.Imports;
using Tessera.Server.Imports.Planning;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Tests.Imports.Mapping;

public sealed class MappingGuesserTests
{
    [Fact]
    public void Plan_UciOnlineRetail_IsKnownWithItsCurrency()
    {
        var plan = Plan("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom\n");
        Mapping(plan).ShouldBe("amount=Quantity*UnitPrice country=Country customer_id=CustomerID description=Description order_id=InvoiceNo quantity=Quantity sku=StockCode time=InvoiceDate unit_price=UnitPrice");
        plan.NamedCurrency.ShouldBe("GBP");
        plan.Questions.ShouldBeEmpty();
        plan.Notes.ShouldContain(note => note.StartsWith("order_id ← InvoiceNo: The file is UCI's Online Retail data set", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Shipping Country\n#1001,a@b.de,paid,,EUR,10,0,10,2024-01-02 10:00:00 +0100,1,Mug,10.00,M-1,Ann,DE",
        "amount=[Lineitem quantity]*[Lineitem price] country=Shipping Country currency=Currency customer_name=Billing Name description=Lineitem name email=Email order_id=Name quantity=Lineitem quantity sku=Lineitem sku status=Financial Status time=Created at unit_price=Lineitem price")]
    [InlineData(
        "Order Number,Order Date,Customer Email,Product Name,SKU,Quantity,Item Price,Order Total,Order Status\n1001,2024-01-02,a@b.de,Mug,M-1,1,10.00,10.00,completed",
        "amount=Quantity*[Item Price] description=Product Name email=Customer Email order_id=Order Number quantity=Quantity sku=SKU status=Order Status time=Order Date unit_price=Item Price")]
    [InlineData(
        "amazon-order-id\tpurchase-date\torder-status\tproduct-name\tsku\tquantity\tcurrency\titem-price\tship-country\n123-1\t2024-01-02T10:00:00+00:00\tShipped\tMug\tM-1\t2\tUSD\t20.00\tUS",
        "amount=item-price country=ship-country currency=currency description=product-name order_id=amazon-order-id quantity=quantity sku=sku status=order-status time=purchase-date")]
    [InlineData(
        "id,Created (UTC),Amount,Currency,Converted Amount,Customer ID,Customer Email,Status,Description\nch_1,2024-01-02 10:00:00,10.00,eur,10.00,cus_1,a@b.de,Paid,Plan",
        "amount=Amount currency=Currency customer_id=Customer ID description=Description email=Customer Email order_id=id status=Status time=Created (UTC)")]
    [InlineData(
        "Bestellnummer;Bestelldatum;Kundennummer;Artikelnummer;Artikelbezeichnung;Menge;Einzelpreis;Land\n1001;02.01.2024;K1;A1;Tasse;2;4,95;DE",
        "amount=Menge*Einzelpreis country=Land customer_id=Kundennummer description=Artikelbezeichnung order_id=Bestellnummer quantity=Menge sku=Artikelnummer time=Bestelldatum unit_price=Einzelpreis")]
    [InlineData(
        "N° commande;Date de commande;Client;Désignation;Quantité;Prix unitaire;Devise;Pays\n1001;02/13/2024;C1;Tasse;2;4,95;EUR;FR",
        "amount=Quantité*[Prix unitaire] country=Pays currency=Devise customer_id=Client description=Désignation order_id=N° commande quantity=Quantité time=Date de commande unit_price=Prix unitaire")]
    [InlineData(
        "customer_id,date,quantity,amount\n00001,1997-01-01,1,11.77",
        "amount=amount customer_id=customer_id quantity=quantity time=date")]
    [InlineData(
        "order_id,customer_id,date,sku,product,category,quantity,unit_price,currency,country\nS1,c1,2024-01-01T10:00:00Z,A,Mug,Kitchen,1,9.90,EUR,DE",
        "amount=quantity*unit_price category=category country=country currency=currency customer_id=customer_id description=product order_id=order_id quantity=quantity sku=sku time=date unit_price=unit_price")]
    [InlineData(
        "Order,Day,Clock,Buyer,Sum paid (EUR total)\n1,2024-01-02,10:30,b1,9.90",
        "amount=Sum paid (EUR total) customer_id=Buyer order_id=Order time=[Day] & ' ' & [Clock]")]
    public void Plan_ExportOfAShop_IsMappedByNamesAndValues(string text, string mapping)
    {
        var plan = Plan(text);
        Mapping(plan).ShouldBe(mapping);
        plan.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_NameWhoseValuesDoNotFit_IsNotTaken()
    {
        // "date" that holds no dates, and a column of dates under a name nobody knows.
        var plan = Plan("order,date,zeta,customer,total\n1,yes,2024-01-02,a,9.90\n2,no,2024-01-03,b,5.00");
        Mapping(plan).ShouldBe("amount=total customer_id=customer order_id=order time=zeta");
        plan.Guesses["time"].Confidence.ShouldBe(0.6);
        plan.Guesses["time"].Reason.ShouldContain("the only column whose values can be when it was ordered");
    }

    [Theory]
    [InlineData("Order,Customer,Shop user,Date,Total\n1,ann@a.de,U-17,2024-01-02,5", "customer_id=Shop user email=Customer")]
    [InlineData("Order,User ID,Cust no,Date,Total\n1,ann@a.de,17,2024-01-02,5", "customer_id=Cust no email=User ID")]
    [InlineData("Order,Email,Customer,Date,Total\n1,ann@a.de,17,2024-01-02,5", "customer_id=Customer email=Email")]
    [InlineData("Order,Customer,Date,Total\n1,ann@a.de,2024-01-02,5", "email=Customer")]
    [InlineData("Order,Contact,Date,Total\n1,ann@a.de,2024-01-02,5", "email=Contact")]
    public void Plan_ColumnOfAddresses_IsNoIdBesideAColumnOfIds(string text, string who)
    {
        var plan = Plan(text);
        string[] targets = ["customer_id", "email"];
        string.Join(' ', targets.Where(target => plan.Guesses.ContainsKey(target)).Select(target => $"{target}={plan.Guesses[target].Source}")).ShouldBe(who);
        plan.Questions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Ordered on")]
    [InlineData("Day and date")]
    public void Plan_DatesButForOneUnderATellingName_AreTheTime(string name)
    {
        var plan = Plan($"""
            Order number,{name},Client,Article,Pieces,Price each
            A-1,2031-03-02 10:15,ines@example.com,Blue tile,3,4.50
            A-2,2031-03-05 09:00,otto@example.com,Blue tile,10,4.50
            A-3,not a date,otto@example.com,Grout,2,6.25
            """);
        Mapping(plan).ShouldContain($"time={name}");
        plan.Questions.ShouldBeEmpty();
        plan.Guesses["time"].Confidence.ShouldBeInRange(0.5, 0.8);
        plan.Guesses["time"].Reason.ShouldContain("though some of its values are not");
    }

    [Fact]
    public void Plan_TwoColumnsOfDates_TakesTheOneWithoutOtherValues() =>
        Mapping(Plan("order,order date,created,customer,total\n1,soon,2024-01-02,a,9.90\n2,2024-01-05,2024-01-03,b,5.00")).ShouldContain("time=created");

    [Fact]
    public void Plan_GivenMapping_WinsAndFreesNothingTwice()
    {
        var plan = Plan(
            "order,date,customer,price,total,n\n1,2024-01-02,a,2.00,6.00,3",
            ("amount", "price*n"), ("quantity", "n"), ("status", string.Empty));
        Mapping(plan).ShouldBe("amount=price*n customer_id=customer order_id=order quantity=n time=date unit_price=price");
    }

    [Fact]
    public void Plan_CommonWordsForTargets_AreUnderstood() =>
        Mapping(Plan("a,b,c,d\n1,2024-01-02,x,9.90", ("order", "a"), ("date", "b"), ("customer", "c"), ("total", "d")))
            .ShouldBe("amount=d customer_id=c order_id=a time=b");

    [Fact]
    public void Plan_NothingForTheTime_AsksForIt()
    {
        var plan = Plan("order,customer,total\n1,a,9.90");
        plan.Missing.ShouldBe(["time"]);
        plan.Questions.Single().Id.ShouldBe("map.time");
        plan.Questions.Single().Text.ShouldBe("No column was found that has when it was ordered (time): which one is it?");
        plan.Questions.Single().Options.Select(option => option.Value).ShouldBe(["order", "customer", "total"]);
    }

    [Theory]
    [InlineData("colour", "total", "Nothing can be mapped to \"colour\": the targets are order_id, customer_id, email, customer_name, time, sku, description, category, quantity, unit_price, amount, currency, country, status.")]
    [InlineData("amount", "totl", "The mapping of amount cannot be understood: in \"totl\", at character 1: there is no column \"totl\" in the file; did you mean \"total\"? Its columns are \"order\", \"date\", \"customer\", \"total\".")]
    [InlineData("amount", "total *", "The mapping of amount cannot be understood: in \"total *\", at character 8: the formula ends where a value should stand.")]
    public void Plan_MappingThatCannotBe_IsRefusedInOneSentence(string target, string source, string sentence) =>
        Should.Throw<ImportException>(() => Plan("order,date,customer,total\n1,2024-01-02,a,9.90", (target, source))).Message.ShouldBe(sentence);

    [Fact]
    public void Plan_NumbersThatReadEitherWay_AsksWithBothReadings()
    {
        var plan = Plan("order,date,customer,total\n1,2024-01-02,a,\"1,234\"\n2,2024-01-03,b,\"2,000\"\n");
        plan.Questions.Single().Id.ShouldBe("numberFormat");
        plan.Questions.Single().Text.ShouldBe("The numbers, such as \"1,234\", can be read in two ways: with 1,234.56 it is 1234, with 1.234,56 it is 1.234. Which is right?");
    }

    [Fact]
    public void Plan_DatesThatReadEitherWay_AsksWithBothReadings()
    {
        var plan = Plan("order,date,customer,total\n1,03/04/2011,a,9.90\n2,05/06/2011,b,2.00\n");
        plan.Questions.Single().Id.ShouldBe("dateFormat");
        plan.Questions.Single().Text.ShouldBe(
            "The dates, such as \"03/04/2011\", can be read in more than one way: d/m/y is 3 April 2011, dates from 3 April 2011 to 5 June 2011; m/d/y is 4 March 2011, dates from 4 March 2011 to 6 May 2011. Which is right?");
        plan.Questions.Single().Options.Select(option => option.Value).ShouldBe(["d/m/y", "m/d/y"]);
    }

    [Fact]
    public void Plan_DateThatDecidesFarDownTheFile_IsFound()
    {
        var ambiguous = string.Concat(Enumerable.Range(0, 30_000).Select(row => $"{row},{1 + (row % 12):00}/{1 + (row % 11):00}/2011,a,9.90\n"));
        Plan($"order,date,customer,total\n{ambiguous}").Questions.ShouldNotBeEmpty();
        var plan = Plan($"order,date,customer,total\n{ambiguous}30000,12/31/2011,a,9.90\n");
        plan.Questions.ShouldBeEmpty();
        plan.Dates.Name.ShouldBe("m/d/y");
    }

    private static ImportPlan Plan(string text, params (string Target, string Source)[] given)
    {
        var map = given.ToDictionary(entry => entry.Target, entry => entry.Source, StringComparer.Ordinal);
        return new TablePlanner(new MemoryFile(text), TableKind.Orders, map, new ImportOptions(), new Workspace("shop", "Shop", "EUR", "UTC", Sample: false, DateTimeOffset.UnixEpoch)).Plan();
    }

    private static string Mapping(ImportPlan plan) =>
        string.Join(' ', PlanReport.Mapping(plan).OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}"));
}
