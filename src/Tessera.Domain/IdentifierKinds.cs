namespace Tessera.Domain;

/// <summary>The identifier kinds that every workspace has.</summary>
public static class IdentifierKinds
{
    /// <summary>The id the customer has in the product's or shop's own database.</summary>
    public const string UserId = "user_id";

    /// <summary>The id a browser or device was given before anybody signed in.</summary>
    public const string AnonymousId = "anonymous_id";

    /// <summary>An e-mail address.</summary>
    public const string Email = "email";

    /// <summary>A telephone number.</summary>
    public const string Phone = "phone";
}
