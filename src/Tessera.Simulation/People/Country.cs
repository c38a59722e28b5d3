using Tessera.Simulation.Calendars;

namespace Tessera.Simulation.People;

/// <summary>A country that customers live in.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">In English.</param>
/// <param name="Language">BCP 47 tag of its customers' browsers.</param>
/// <param name="Names">Which names its people have.</param>
/// <param name="Cities">Its cities, the larger first.</param>
internal sealed record Country(string Code, string Name, string Language, NameCulture Names, IReadOnlyList<City> Cities);

/// <summary>A city with its clock.</summary>
/// <param name="Name">In English.</param>
/// <param name="ZoneName">IANA name of the time zone.</param>
/// <param name="StandardOffsetMinutes">Minutes ahead of UTC in winter.</param>
/// <param name="DaylightSaving">When summer time holds.</param>
internal sealed record City(string Name, string ZoneName, int StandardOffsetMinutes, DaylightSaving DaylightSaving);
