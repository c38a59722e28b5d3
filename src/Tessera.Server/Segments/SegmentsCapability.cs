using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tessera.Server.Hosting;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Privacy.Contracts;
using Tessera.Server.Segments.Comparing;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Segments.Endpoints;
using Tessera.Server.Segments.Library;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Live.Storage;
using Tessera.Server.Segments.Members;
using Tessera.Server.Segments.Names;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rfm.Endpoints;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Rules.Explaining;
using Tessera.Server.Segments.Rules.Catalogues;
using Tessera.Server.Segments.Rules.Endpoints;
using Tessera.Server.Segments.Rules.Files;
using Tessera.Server.Segments.Rules.Previewing;
using Tessera.Server.Segments.Tables;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments;

/// <summary>Groups of customers that mean something: who is in them, why, since when, and what they are worth.</summary>
internal sealed class SegmentsCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<CustomerTableVersions>();
        services.AddSingleton<CustomerTableCleaner>();
        services.AddSingleton<RfmStatements>();
        services.AddSingleton<RfmComputation>();
        services.AddSingleton<RfmHistoryComputation>();
        services.AddSingleton<RfmHistoryStore>();
        services.AddSingleton<RfmPasts>();
        services.AddSingleton<RfmModelStore>();
        services.AddSingleton<RfmRefresher>();
        services.AddSingleton<RfmReader>();
        services.AddSingleton<RfmQueue>();
        services.AddSingleton<MemberQueries>();
        services.AddSingleton<ICustomerSegments, CustomerSegments>();
        services.AddSingleton<IOrdersObserver, RfmOrdersObserver>();
        services.AddSingleton<IWorkspaceObserver, RfmWorkspaceObserver>();
        services.AddHostedService<RfmWorker>();
        services.AddSingleton<RuleStore>();
        services.AddSingleton<CatalogueLearner>();
        services.AddSingleton(provider => new CatalogueReader(
            provider.GetRequiredService<CatalogueLearner>().LearnAsync, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<CatalogueReader>>()));
        services.AddSingleton<CataloguePreparation>();
        services.AddSingleton<IOrdersObserver>(provider => provider.GetRequiredService<CataloguePreparation>());
        services.AddHostedService(provider => provider.GetRequiredService<CataloguePreparation>());
        services.AddSingleton<ILearnedCatalogue>(provider => provider.GetRequiredService<CatalogueReader>());
        services.AddSingleton<RuleChecker>();
        services.AddSingleton<ISegmentUses, SegmentUses>();
        services.AddSingleton<IMembershipChanges, JournalChanges>();
        services.AddSingleton<ComputedValues>();
        services.AddSingleton<ProfileParts>();
        services.AddSingleton<RuleQuestions>();
        services.AddSingleton<RuleMembership>();
        services.AddSingleton<RuleEvaluation>();
        services.AddSingleton<IMembershipTurns, MembershipTurns>();
        services.AddSingleton<RuleRemoval>();
        services.AddSingleton<RuleQueue>();
        services.AddSingleton<LivePlans>();
        services.AddSingleton<LiveHistories>();
        services.AddSingleton<LiveMeter>();
        services.AddSingleton<ILiveFigures>(provider => provider.GetRequiredService<LiveMeter>());
        services.AddSingleton(provider => new LiveFile(provider.GetRequiredService<DataDirectory>().LiveFile));
        services.AddSingleton<IErasable, LiveErasure>();
        services.AddSingleton<IErasable, LiveFileErasure>();
        services.AddSingleton<LiveRequests>();
        services.AddSingleton<LiveRebuilds>();
        services.AddSingleton<LiveProgress>();
        services.AddSingleton<LiveRebuilder>();
        services.AddSingleton<MembershipJournal>();
        services.AddSingleton<LiveReconciler>();
        services.AddSingleton<LiveMembership>();
        services.AddSingleton<ILiveMembership>(provider => provider.GetRequiredService<LiveMembership>());
        services.AddSingleton<IOrdersObserver, LiveOrdersObserver>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveMembership>());
        services.AddSingleton<IOrdersObserver, RuleOrdersObserver>();
        services.AddSingleton<RouteNames>();
        services.AddSingleton<RuleEditing>();
        services.AddSingleton<SegmentPlanner>();
        services.AddSingleton<RulePreviews>();
        services.AddSingleton<SegmentDirectory>();
        services.AddSingleton<SegmentOverlaps>();
        services.AddSingleton<LibraryReader>();
        services.AddSingleton<LibraryFigures>();
        services.AddSingleton<SegmentFlows>();
        services.AddSingleton<SegmentComparer>();
        services.AddSingleton<AskedInstant>();
        services.AddSingleton<AskedPast>();
        services.AddSingleton<RuleMembers>();
        services.AddSingleton<CustomerHistoryReader>();
        services.AddSingleton<RuleExplainer>();
        services.AddSingleton<RuleViews>();
        services.AddHostedService<RuleWorker>();
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        SegmentEndpoints.Map(api);
        RfmEndpoints.Map(api);
    }
}
