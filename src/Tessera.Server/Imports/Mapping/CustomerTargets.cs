namespace Tessera.Server.Imports.Mapping;

/// <summary>What an import of customers wants to know of each. Every other column becomes a trait of its own name.</summary>
internal static class CustomerTargets
{
    public const string CustomerId = OrderTargets.CustomerId;
    public const string Email = OrderTargets.Email;
    public const string Phone = "phone";
    public const string Name = "name";
    public const string Country = OrderTargets.Country;
    public const string FirstSeen = "first_seen";

    /// <summary>All of them, in the order in which reports list them.</summary>
    public static IReadOnlyList<ImportTarget> All { get; } =
    [
        Like(CustomerId, "id"),
        Like(Email),
        new(Phone, TargetType.Id, "the customer's telephone number",
            ["phone", "phone number", "telephone", "telephone number", "mobile", "mobile phone", "mobile number", "cell phone", "tel",
            "Telefon", "Telefonnummer", "Handynummer", "Mobiltelefon", "téléphone", "numéro de téléphone", "portable", "teléfono", "móvil", "telefono", "cellulare", "telefoon", "telefoonnummer"]),
        new(Name, TargetType.Text, "the customer's name",
            ["name", "full name", "customer name", "display name", "Kundenname", "nom", "nom complet", "nombre", "nombre completo", "nome", "naam"]),
        Like(Country, "address country"),
        new(FirstSeen, TargetType.Time, "since when the customer is known",
            ["first seen", "created at", "created", "signed up at", "signup date", "sign up date", "registered at", "registration date", "customer since", "joined", "join date", "date joined", "member since",
            "Kunde seit", "Registriert am", "Anmeldedatum", "date d'inscription", "fecha de registro", "data registrazione"]),
    ];

    private static ImportTarget Like(string name, params string[] furtherNames)
    {
        var target = OrderTargets.All.First(candidate => candidate.Name == name);
        return new ImportTarget(target.Name, target.Type, target.Description, [.. target.Names, .. furtherNames]);
    }
}
