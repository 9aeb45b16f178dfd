using Ardalis.Specification;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Workspaces;

namespace Sendra.WebApi.FunctionalTests.Workspaces;

/// <summary>What code gets to see and to write when it forgets to think of workspaces.</summary>
public sealed class IsolationTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task W4_reading_everything_reads_only_the_workspace()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());

        await using var scope = ScopeOf(new WorkspaceId(mine.WorkspaceId));

        (await AllAsync<Workspace>(scope)).Should().ContainSingle().Which.Id.Should().Be(new WorkspaceId(mine.WorkspaceId));
        (await AllAsync<Member>(scope)).Should().ContainSingle().Which.UserId.Should().Be(new UserId(mine.UserId)).And.NotBe(new UserId(theirs.UserId));
    }

    [Test]
    public async Task W4_without_a_workspace_there_is_nothing_to_read()
    {
        await App.RegisterAsync();

        await using var scope = App.Node.Services.CreateAsyncScope();

        (await AllAsync<Workspace>(scope)).Should().BeEmpty();
        (await AllAsync<Member>(scope)).Should().BeEmpty();
    }

    [Test]
    public async Task W4_rows_of_another_workspace_can_not_be_written()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        var (workspace, another, user) = (new WorkspaceId(mine.WorkspaceId), new WorkspaceId(theirs.WorkspaceId), new UserId(mine.UserId));
        EmailAddress.TryParse("ada@example.com", out var email, out _).Should().BeTrue();

        await RefusesAsync(workspace, Contact.Create(new ContactId(Guid.CreateVersion7()), another, email!));
        await RefusesAsync(workspace, Member.Join(another, user, MemberRole.Owner, App.Clock.GetUtcNow()));
        await RefusesAsync(workspace, Workspace.Create(new WorkspaceId(Guid.CreateVersion7()), "Another"));
        await RefusesAsync(null, Member.Join(another, user, MemberRole.Owner, App.Clock.GetUtcNow()));

        (await App.Database.CountAsync("members")).Should().Be(2);
        (await App.Database.CountAsync("contacts")).Should().Be(0);
        (await App.Database.CountAsync("workspaces")).Should().Be(2);
    }

    private async Task RefusesAsync<T>(WorkspaceId? workspaceId, T row)
        where T : class, IWorkspaceOwned
    {
        await using var scope = ScopeOf(workspaceId);
        scope.ServiceProvider.GetRequiredService<IRepository<T>>().Add(row);
        var save = () => scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveChangesAsync(CancellationToken.None);
        (await save.Should().ThrowAsync<Exception>()).Which.Should().Match(refusal => refusal is InvalidOperationException || refusal is NotFoundException);
    }

    private AsyncServiceScope ScopeOf(WorkspaceId? workspaceId)
    {
        var scope = App.Node.Services.CreateAsyncScope();
        if (workspaceId is { } id)
        {
            scope.ServiceProvider.GetRequiredService<IWorkspaceScope>().Enter(id);
        }

        return scope;
    }

    private static Task<IReadOnlyList<T>> AllAsync<T>(AsyncServiceScope scope)
        where T : class, IWorkspaceOwned =>
        scope.ServiceProvider.GetRequiredService<IRepository<T>>().ListAsync(new Everything<T>(), CancellationToken.None);

    private sealed class Everything<T> : Specification<T>;
}
