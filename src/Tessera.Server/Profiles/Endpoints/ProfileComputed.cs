namespace Tessera.Server.Profiles.Endpoints;

/// <summary>What is computed of everything that a customer ever did; the same in whatever order calls arrived, and after every merge.</summary>
/// <param name="Sessions">Runs of events, pages and screens; 30 minutes of silence end one.</param>
/// <param name="DaysActive">Days, in the workspace's time zone, on which there was any.</param>
/// <param name="Devices">Devices, by the device id that their context gives, or else by anonymous ids.</param>
/// <param name="AcquisitionChannel">
/// From where they came first: <c>paid-search</c>, <c>organic-search</c>, <c>email</c>, <c>social</c>, <c>direct</c>, <c>referral: example.com</c>, <c>campaign: partner</c> …;
/// null when no call tells.
/// </param>
/// <param name="LifetimeRevenue">All purchases, what went back taken off.</param>
/// <param name="Currency">The currency of the amount.</param>
internal sealed record ProfileComputed(long Sessions, long DaysActive, long Devices, string? AcquisitionChannel, decimal LifetimeRevenue, string Currency);

/// <summary>Something that a customer is known by.</summary>
/// <param name="Kind">Its kind: user_id, email, phone, anonymous_id, or a source's own.</param>
/// <param name="Value">Its value.</param>
/// <param name="Source">The source of the first call that has it; empty for an imported one.</param>
/// <param name="FirstSeen">When that call happened.</param>
internal sealed record ProfileIdentifier(string Kind, string Value, string Source, DateTimeOffset FirstSeen);

/// <summary>The company that a customer belongs to.</summary>
/// <param name="Id">Its id as sources name it in group calls.</param>
/// <param name="ProfileId">The id of its own profile: GET /api/companies/{id}.</param>
/// <param name="Name">Its newest name, or else its id.</param>
internal sealed record ProfileCompany(string Id, Guid ProfileId, string Name);
