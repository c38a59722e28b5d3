namespace Tessera.Server.Imports.Publishing;

/// <summary>What some lines of orders say of one customer, on its way into <c>staged_customers</c>; mutable while they are read.</summary>
internal sealed class StagedCustomer
{
    public required Guid ImportId { get; init; }

    public required Guid ProfileId { get; init; }

    /// <summary>What the profile is known by: <c>user_id</c>, <c>email</c>.</summary>
    public required string IdentifierKind { get; init; }

    /// <summary>Its identifier of that kind.</summary>
    public required string Identifier { get; init; }

    /// <summary>The customer's first line.</summary>
    public DateTimeOffset First { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>The customer's last line.</summary>
    public DateTimeOffset Last { get; set; } = DateTimeOffset.UnixEpoch;

    public string Name { get; set; } = string.Empty;

    /// <summary>When the name was stated.</summary>
    public DateTimeOffset NameTime { get; set; } = DateTimeOffset.UnixEpoch;

    public string Email { get; set; } = string.Empty;

    /// <summary>When the address was stated.</summary>
    public DateTimeOffset EmailTime { get; set; } = DateTimeOffset.UnixEpoch;

    public string Country { get; set; } = string.Empty;

    /// <summary>When the country was stated.</summary>
    public DateTimeOffset CountryTime { get; set; } = DateTimeOffset.UnixEpoch;
}
