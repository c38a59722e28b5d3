namespace Tessera.Simulation.DesignSaas;

/// <summary>What customers do for a living.</summary>
internal static class JobRoles
{
    /// <summary>The trait <c>role</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["designer", "marketer", "founder", "developer", "teacher", "student", "freelancer", "hobbyist"];

    /// <summary>The trait <c>title</c>, by role; the last one of a role is its lead.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Titles { get; } =
    [
        ["Designer", "UX Designer", "Brand Designer", "Lead Designer"],
        ["Marketing Manager", "Content Marketer", "Social Media Manager", "Lead Marketer"],
        ["Founder", "Owner", "Managing Director"],
        ["Web Developer", "Frontend Engineer", "Lead Engineer"],
        ["Teacher", "Lecturer", "Professor"],
        ["Student", "Doctoral Student"],
        ["Freelance Designer", "Illustrator", "Consultant"],
        ["Hobbyist", "Volunteer"],
    ];
}
