using Sendra.Domain.Access;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.EventSources;
using Sendra.Domain.Messages;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Persistence.Workspaces;

/// <summary>How many things of a kind a workspace may have (W8). One that has more keeps them, and gets no further ones.</summary>
internal abstract class WorkspaceBound(int most, string code, string things)
{
    public static readonly WorkspaceBound[] All =
    [
        new WorkspaceBound<Automation>(Automation.MaxPerWorkspace, "tooManyAutomations", "automations, archived ones included"),
        new WorkspaceBound<EventPattern>(EventPattern.MaxPerWorkspace, "tooManyPatterns", "event patterns"),
        new EnforcedSchemaBound(),
        new WorkspaceBound<EventSource>(EventSource.MaxPerWorkspace, "tooManySources", "event sources"),
        new WorkspaceBound<CustomField>(CustomField.MaxPerWorkspace, "tooManyCustomFields", "custom fields"),
        new WorkspaceBound<Template>(Template.MaxPerWorkspace, "tooManyTemplates", "templates"),
        new WorkspaceBound<ApiKey>(ApiKey.MaxPerWorkspace, "tooManyApiKeys", "API keys"),
        new WorkspaceBound<Member>(Member.MaxPerWorkspace, "tooManyMembers", "members"),
        new WorkspaceBound<Invitation>(Invitation.MaxPerWorkspace, "tooManyInvitations", "open invitations"),
    ];

    /// <summary>True when the next save makes more of them.</summary>
    public bool IsAskedFor(SendraDbContext db) => Added(db) > 0;

    /// <summary>Makes sure that what the next save makes still fits. Call while holding the workspace's row.</summary>
    /// <exception cref="ConflictException">It does not.</exception>
    public async Task EnsureFitsAsync(SendraDbContext db, CancellationToken cancellationToken)
    {
        if (await CountAsync(db, cancellationToken) + Added(db) > most)
        {
            throw new ConflictException(code, $"A workspace has at most {most} {things}.");
        }
    }

    protected abstract int Added(SendraDbContext db);

    protected abstract Task<int> CountAsync(SendraDbContext db, CancellationToken cancellationToken);
}
