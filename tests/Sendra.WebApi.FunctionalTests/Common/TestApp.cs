using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Common;
using Sendra.Domain.Workspaces;
using Sendra.WebApi.FunctionalTests.Common.Databases;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>Sendra on one database, for the whole run.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private TestApp(TestDatabase database, TestClock clock)
    {
        Database = database;
        Clock = clock;
        Node = new TestNode(database, clock);
    }

    public TestDatabase Database { get; }

    public TestClock Clock { get; }

    /// <summary>The node that tests talk to.</summary>
    public TestNode Node { get; }

    public static async Task<TestApp> StartAsync(TestDatabase database)
    {
        await database.PrepareAsync();
        return new TestApp(database, new TestClock());
    }

    /// <summary>A client without a session.</summary>
    public TestClient Anonymous() => Node.Anonymous();

    /// <summary>Signs a new person up, with a workspace of their own.</summary>
    public async Task<TestClient> RegisterAsync(string? email = null, string workspaceName = "Acme")
    {
        var client = Anonymous();
        var answer = await client.PostAsync("/api/auth/register", new { email = email ?? $"{Guid.NewGuid():N}@example.com", password = TestClient.Password, workspaceName });
        answer.ShouldBe(201);
        return client;
    }

    /// <summary>A program that calls with a new key of an owner's workspace, and without a cookie.</summary>
    public async Task<TestClient> ProgramAsync(TestClient owner, params string[] scopes)
    {
        var made = (await owner.PostAsync("/api/api-keys", new { name = "Program", scopes })).ShouldBe(201);
        var program = Node.Anonymous();
        program.ApiKey = made.Json.GetProperty("key").GetString();
        program.WorkspaceId = owner.WorkspaceId;
        return program;
    }

    /// <summary>Makes a user a member of another one's workspace.</summary>
    public async Task JoinAsync(TestClient member, Guid workspaceId)
    {
        await using var scope = Node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IWorkspaceScope>().Enter(new WorkspaceId(workspaceId));
        scope.ServiceProvider.GetRequiredService<IRepository<Member>>().Add(Member.Join(new WorkspaceId(workspaceId), new UserId(member.UserId), MemberRole.Member, Clock.GetUtcNow()));
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>Takes a user's place in a workspace away.</summary>
    public async Task LeaveAsync(TestClient member, Guid workspaceId)
    {
        await using var scope = Node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IWorkspaceScope>().Enter(new WorkspaceId(workspaceId));
        var members = scope.ServiceProvider.GetRequiredService<IRepository<Member>>();
        members.Remove((await members.FirstOrDefaultAsync(MemberSpec.OfUser(new UserId(member.UserId)), CancellationToken.None))!);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>Another node on the same database; the test disposes it. Skips the test where a database serves only one.</summary>
    public async Task<TestNode> StartSecondNodeAsync()
    {
        Assume.That(Database.ServesManyNodes, $"{Database.Provider} serves one node.");
        return await StartNodeAsync([]);
    }

    /// <summary>A node with settings of its own for a test that needs no other one; the test disposes it.</summary>
    public Task<TestNode> StartNodeAsync(Dictionary<string, string> settings) => Task.Run(() => new TestNode(Database, Clock, settings));

    /// <summary>A node on a machine whose clock is wrong; the test disposes it.</summary>
    internal TestNode StartNode(SkewedClock system) => new(Database, Clock, settings: null, system);

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        await Database.DisposeAsync();
    }
}
