using System.Reflection;

namespace Tessera.Learning.Tests;

/// <summary>What every estimator, fitted model and options record of the library must be, found by reflection.</summary>
public sealed class EstimatorContractTests
{
    private static readonly Type[] Exported = typeof(IFittedModel).Assembly.GetExportedTypes();

    public static TheoryData<Type> Estimators => [.. Exported.Where(type => type.IsClass && Contracts(type).Any())];

    public static TheoryData<Type> Models => [.. Exported.Where(type => type.IsClass && typeof(IFittedModel).IsAssignableFrom(type))];

    public static TheoryData<Type> Options => [.. Exported.Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Estimators))]
    public void Estimator_IsSealedAndHoldsNothingThatChanges(Type estimator)
    {
        estimator.IsSealed.ShouldBeTrue();
        Changeable(estimator).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void FittedModel_IsSealedAndCannotBeChanged(Type model)
    {
        (model.IsSealed || model.IsAbstract).ShouldBeTrue();
        Changeable(model).ShouldBeEmpty();
        Setters(model).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Options_AreAnImmutableRecord(Type options)
    {
        options.IsSealed.ShouldBeTrue();
        options.GetMethod("<Clone>$").ShouldNotBeNull("options are a record");
        Setters(options).ShouldBeEmpty();
    }

    [Fact]
    public void Library_HasEstimators()
    {
        Estimators.Count.ShouldBeGreaterThanOrEqualTo(9);
        Models.Count.ShouldBeGreaterThanOrEqualTo(8);
        Options.Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    private static IEnumerable<Type> Contracts(Type type) =>
        type.GetInterfaces().Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEstimator<,>));

    // A primary constructor's parameter is captured in a field that the compiler does not mark as read-only, but that nothing assigns.
    private static IEnumerable<string> Changeable(Type type) => type
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(field => !field.IsInitOnly && !field.Name.EndsWith("__BackingField", StringComparison.Ordinal) && !field.Name.EndsWith(">P", StringComparison.Ordinal))
        .Select(field => field.Name);

    private static IEnumerable<string> Setters(Type type) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.SetMethod is { IsPublic: true } set
            && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
        .Select(property => property.Name);
}
