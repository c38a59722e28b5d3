namespace Tessera.Server.Tests.Imports.Endpoints;

/// <summary>What becomes of files of customers, through the API and the real engine.</summary>
[Collection(SharedServer.Name)]
public sealed class CustomerImportTests(ServerFixture server) : IAsyncLifetime, IDisposable
{
    private const string Profiles = "SELECT kind, identifier, name, email, country, traits, toString(toDate(first_seen)) FROM profiles FINAL WHERE workspace = {workspace:String} ORDER BY identifier";

    private ImportScene scene = null!;

    public async Task InitializeAsync() => scene = await ImportScene.CreateAsync(server, "customers");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Import_Table_BecomesProfilesWithTraits()
    {
        var import = await scene.Client.ImportAsync(
            "id,email,name,country,created_at,plan,seats,vip,zip\n7,ann@example.com,Ann,DE,2023-05-01,pro,3,TRUE,01234\n8,,Bob,,2023-06-01,,12,false,99999\n,Cleo@Example.com,,FR,2023-07-01,free,,,\n,,,,2023-07-01,free,,,\n",
            "customers",
            name: "customers.csv");
        ImportScene.State(import).ShouldBe("done", import.ToString());
        ImportScene.Rows(import).ShouldBe((4, 3, 1, 0));
        (await scene.QueryAsync(Profiles)).ShouldBe(
        [
            """user_id|7|Ann|ann@example.com|DE|{"plan":"pro","seats":3,"vip":true,"zip":"01234"}|2023-05-01""",
            """user_id|8|Bob|||{"seats":12,"vip":false,"zip":99999}|2023-06-01""",
            """email|cleo@example.com||Cleo@Example.com|FR|{"plan":"free"}|2023-07-01""",
        ]);
    }

    [Fact]
    public async Task Import_CustomersBesideTheirOrders_AreTheSameProfiles()
    {
        await scene.Client.ImportAsync("order_id,customer_id,date,total,country\n1,7,2024-01-02,5,Germany\n");
        await scene.Client.ImportAsync("customer_id,name,created_at,tier\n7,Ann,2023-05-01,gold\n", "customers", name: "customers.csv");
        await scene.Client.ImportAsync("order_id,customer_id,date,total,country\n2,7,2024-02-02,5,France\n");
        (await scene.QueryAsync(Profiles)).ShouldBe(["""user_id|7|Ann||France|{"tier":"gold"}|2023-05-01"""]);
    }

    [Fact]
    public async Task Import_SameFileTwice_ChangesNothing()
    {
        const string Text = "customer_id,name,created_at,tier\n7,Ann,2023-05-01,gold\n";
        await scene.Client.ImportAsync(Text, "customers", name: "customers.csv");
        var before = await scene.QueryAsync(Profiles);
        await scene.Client.ImportAsync(Text, "customers", name: "customers.csv");
        (await scene.QueryAsync(Profiles)).ShouldBe(before);
    }
}
