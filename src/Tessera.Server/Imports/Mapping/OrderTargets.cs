namespace Tessera.Server.Imports.Mapping;

/// <summary>What an import of orders wants to know of every line.</summary>
/// <remarks>Usual names: Shopify, WooCommerce, Magento, Amazon, Etsy, Stripe, UCI's data sets; English, German, French, Spanish, Italian, Dutch.</remarks>
internal static class OrderTargets
{
    public const string OrderId = "order_id";
    public const string CustomerId = "customer_id";
    public const string Email = "email";
    public const string CustomerName = "customer_name";
    public const string Time = "time";
    public const string Sku = "sku";
    public const string Description = "description";
    public const string Category = "category";
    public const string Quantity = "quantity";
    public const string UnitPrice = "unit_price";
    public const string Amount = "amount";
    public const string Currency = "currency";
    public const string Country = "country";
    public const string Status = "status";

    /// <summary>All of them, in the order in which reports list them.</summary>
    public static IReadOnlyList<ImportTarget> All { get; } =
    [
        new(OrderId, TargetType.Id, "the order, invoice or receipt that the line belongs to",
            "order id", "order number", "order no", "order nr", "order", "invoice no", "invoice number", "invoice id", "invoice", "amazon order id",
            "increment id", "transaction id", "transaction number", "transaction", "order ref", "order reference", "receipt id", "receipt number", "receipt",
            "sales order", "purchase id", "bill no", "bill number", "basket id", "cart id", "checkout id", "document number",
            "Bestellnummer", "Bestellnr", "Bestell-ID", "Bestellung", "Auftragsnummer", "Auftragsnr", "Auftrag", "Rechnungsnummer", "Rechnungsnr", "Rechnung", "Belegnummer",
            "numéro de commande", "n° commande", "no commande", "id commande", "commande", "numéro de facture", "facture",
            "número de pedido", "id pedido", "pedido", "factura", "numero ordine", "id ordine", "ordine", "fattura", "bestelnummer", "ordernummer", "factuurnummer", "id"),
        new(CustomerId, TargetType.Id, "the customer's id in the shop",
            "customer id", "customer number", "customer no", "customer nr", "customer code", "customer key", "customer", "client id", "client number", "client",
            "user id", "user", "buyer id", "buyer", "member id", "member", "account id", "account number", "account", "shopper id", "contact id", "cust id", "cust no", "household key", "master id",
            "Kundennummer", "Kundennr", "Kunden-ID", "Kunde", "numéro client", "n° client", "id client", "code client",
            "id cliente", "código cliente", "cliente", "codice cliente", "klantnummer", "klant id", "klant"),
        new(Email, TargetType.Email, "the customer's e-mail address",
            "email", "e-mail", "email address", "customer email", "buyer email", "billing email", "contact email", "user email", "mail",
            "E-Mail-Adresse", "Kunden-E-Mail", "courriel", "adresse e-mail", "adresse mail", "correo", "correo electrónico", "indirizzo email"),
        new(CustomerName, TargetType.Text, "the customer's name",
            "customer name", "billing name", "buyer name", "client name", "full name", "bill to name", "shipping name", "recipient name", "buyer full name",
            "Kundenname", "nom client", "nom du client", "nombre cliente", "nome cliente", "klantnaam"),
        new(Time, TargetType.Time, "when it was ordered",
            "order date", "order time", "order datetime", "ordered at", "ordered on", "order created at", "date ordered", "date of order", "order placed", "purchase date", "purchased on", "purchased at", "placed at", "placed on", "bought at", "bought on", "date of purchase", "invoice date", "created at", "created",
            "transaction date", "transaction time", "sale date", "sold at", "sold on", "date created", "created utc", "created date", "date purchased", "timestamp", "datetime", "date time", "date", "time", "day", "paid at",
            "Bestelldatum", "Auftragsdatum", "Rechnungsdatum", "Kaufdatum", "Belegdatum", "Datum", "Zeitpunkt",
            "date de commande", "date commande", "date d'achat", "date de facture", "fecha de pedido", "fecha pedido", "fecha", "data ordine", "data", "besteldatum", "orderdatum"),
        new(Sku, TargetType.Id, "the product's number",
            "sku", "stock code", "product sku", "item sku", "lineitem sku", "line item sku", "product id", "product code", "product number", "item id", "item code", "item number", "item no", "article id", "article no",
            "article number", "variant sku", "variant id", "asin", "ean", "upc", "gtin", "barcode", "material number", "part number",
            "Artikelnummer", "Artikelnr", "Artikel-ID", "Produktnummer", "Produkt-ID", "référence produit", "ref produit", "code produit", "code article", "référence article",
            "código producto", "código de producto", "referencia", "codice prodotto", "codice articolo", "artikelnummer", "productnummer"),
        new(Description, TargetType.Text, "the product's name",
            "description", "product name", "item name", "lineitem name", "line item name", "product title", "item title", "product", "item", "title", "item description", "product description", "article", "product desc",
            "Artikelbezeichnung", "Artikelname", "Artikel", "Bezeichnung", "Produktname", "Produkt", "Beschreibung", "désignation", "libellé", "nom du produit", "produit",
            "descripción", "nombre del producto", "producto", "descrizione", "nome prodotto", "prodotto", "omschrijving", "productnaam"),
        new(Category, TargetType.Text, "the product's category",
            "category", "product category", "item category", "category name", "department", "product type", "product group", "item type", "sub category",
            "Warengruppe", "Kategorie", "Produktgruppe", "catégorie", "rayon", "categoría", "categoria", "categorie"),
        new(Quantity, TargetType.Number, "how many; negative when they came back",
            "quantity", "qty", "qty ordered", "quantity ordered", "quantity purchased", "lineitem quantity", "line item quantity", "item quantity", "order quantity", "units", "units sold", "pieces", "pcs", "number of items", "items",
            "Menge", "Anzahl", "Stückzahl", "Stück", "quantité", "qté", "nombre", "cantidad", "unidades", "quantità", "aantal", "hoeveelheid"),
        new(UnitPrice, TargetType.Number, "the price of one",
            "unit price", "price per unit", "price each", "lineitem price", "line item price", "item price", "product price", "selling price", "sale price", "retail price", "price", "unit amount",
            "Einzelpreis", "Stückpreis", "Preis", "Verkaufspreis", "prix unitaire", "prix", "precio unitario", "precio", "prezzo unitario", "prezzo", "stukprijs", "prijs"),
        new(Amount, TargetType.Number, "what the line comes to",
            "line total", "line amount", "item total", "amount", "total amount", "amount paid", "total price", "total", "grand total", "order total", "order value", "order amount", "total sales", "sales amount", "sales", "sale amount",
            "revenue", "net amount", "gross amount", "net sales", "value", "spend", "payment amount", "subtotal", "item subtotal", "transaction amount", "total paid",
            "Gesamtpreis", "Gesamtbetrag", "Gesamtsumme", "Betrag", "Summe", "Umsatz", "Nettobetrag", "Bruttobetrag", "Gesamt", "Zeilensumme",
            "montant total", "montant", "total ttc", "total ht", "prix total", "chiffre d'affaires", "importe total", "importe", "monto", "importo", "totale", "bedrag", "totaal", "omzet"),
        new(Currency, TargetType.Currency, "the currency of price and amount",
            "currency", "currency code", "order currency", "currency iso", "Währung", "Waehrung", "devise", "moneda", "valuta", "divisa"),
        new(Country, TargetType.Text, "the customer's country",
            "country", "country code", "customer country", "shipping country", "ship country", "billing country", "delivery country", "ship to country", "country name", "country/region", "market",
            "Land", "Lieferland", "Rechnungsland", "pays", "pays de livraison", "pays de facturation", "país", "pais", "paese", "nazione"),
        new(Status, TargetType.Text, "whether it was completed, cancelled, refunded …",
            "order status", "financial status", "status", "order state", "payment status", "transaction status", "fulfillment status", "item status",
            "Bestellstatus", "Zahlungsstatus", "Auftragsstatus", "statut", "statut commande", "état", "estado", "estado del pedido", "stato", "stato ordine"),
    ];
}
