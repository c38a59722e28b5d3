namespace Tessera.Simulation.People;

/// <summary>Groups of countries whose people share names.</summary>
internal enum NameCulture
{
    English,
    German,
    French,
    Spanish,
    Italian,
    Nordic,
    Polish,
    Indian,
    Japanese,
    Portuguese,
}
