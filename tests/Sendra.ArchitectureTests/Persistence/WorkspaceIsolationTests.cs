using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sendra.Domain.Common;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.ArchitectureTests.Persistence;

/// <summary>W4 holds by the model: no code has to remember it.</summary>
[TestFixture]
internal sealed class WorkspaceIsolationTests
{
    private const string WorkspaceId = "workspace_id";

    // The tenant, people (who may be in several workspaces) with their sessions, and the host's own keys.
    private static readonly string[] BelongToNoWorkspace = ["Workspace", "User", "Session", "AccountMail", "AccountLinkRow", "Authenticator", "RecoveryCodeRow", "HalfSignInRow", "Passkey", "UsedChallenge", "ProviderLink", "ReplicaBeat", "DataProtectionKey"];

    [TestCaseSource(typeof(Models), nameof(Models.Providers))]
    public void W4_every_entity_belongs_to_a_workspace_but_for_a_few(DatabaseProvider provider) =>
        Models.Of(provider).GetEntityTypes()
            .Where(entity => !IsOwned(entity) && !entity.IsOwned())
            .Select(entity => entity.ClrType.Name)
            .Should().BeSubsetOf(BelongToNoWorkspace);

    [TestCaseSource(typeof(Models), nameof(Models.Providers))]
    public void W4_every_entity_of_a_workspace_is_filtered_by_the_current_one(DatabaseProvider provider) =>
        OwnedIn(provider)
            .Where(entity => !entity.GetDeclaredQueryFilters().Any(filter => ComparesWorkspaces(filter.Expression)))
            .Should().BeEmpty();

    [TestCaseSource(typeof(Models), nameof(Models.Providers))]
    public void W4_keys_begin_with_the_workspace(DatabaseProvider provider) =>
        OwnedIn(provider)
            .Concat(Models.Of(provider).GetEntityTypes().Where(entity => entity.IsOwned()))
            .Where(entity => ColumnsOf(entity.FindPrimaryKey()!.Properties)[0] != WorkspaceId)
            .Should().BeEmpty();

    [TestCaseSource(typeof(Models), nameof(Models.Providers))]
    public void W4_foreign_keys_stay_inside_the_workspace(DatabaseProvider provider)
    {
        var keys = OwnedIn(provider)
            .SelectMany(entity => entity.GetForeignKeys())
            .Where(key => IsOwned(key.PrincipalEntityType))
            .ToArray();

        keys.Should().NotBeEmpty();
        keys.Where(key => !ColumnsOf(key.Properties).Zip(ColumnsOf(key.PrincipalKey.Properties)).Contains((WorkspaceId, WorkspaceId)))
            .Should().BeEmpty();
    }

    // row => row.WorkspaceId == this.CurrentWorkspaceId, and nothing else beside it that could widen it.
    private static bool ComparesWorkspaces(LambdaExpression? filter) =>
        filter?.Body is BinaryExpression { NodeType: ExpressionType.Equal } equal
        && MemberOf(equal.Left) == nameof(IWorkspaceOwned.WorkspaceId)
        && MemberOf(equal.Right) == "CurrentWorkspaceId";

    private static string? MemberOf(Expression side) => side switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } convert => MemberOf(convert.Operand),
        MemberExpression member => member.Member.Name,
        _ => null,
    };

    // A workspace belongs to itself: its own id is what workspace_id is elsewhere.
    private static bool IsOwned(IReadOnlyEntityType entity) =>
        entity.ClrType != typeof(Workspace) && entity.ClrType.IsAssignableTo(typeof(IWorkspaceOwned));

    private static IEntityType[] OwnedIn(DatabaseProvider provider)
    {
        IEntityType[] owned = [.. Models.Of(provider).GetEntityTypes().Where(IsOwned)];
        owned.Should().HaveCountGreaterThan(5);
        return owned;
    }

    private static string[] ColumnsOf(IEnumerable<IReadOnlyProperty> properties) =>
        [.. properties.Select(property => property.GetColumnName())];
}
