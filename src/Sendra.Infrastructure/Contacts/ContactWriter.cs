using System.Runtime.ExceptionServices;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Contacts;

internal sealed class ContactWriter(IWorkspaceContext workspace, Committer committer, WorkflowTools tools) : IContactWriter
{
    public async Task<SavedContact> SaveAsync(ContactEntry entry, CancellationToken cancellationToken)
    {
        var pending = new PendingContact(entry);
        await committer.CommitAsync(new ContactBatch(tools, workspace.WorkspaceId, pending, Random.Shared.Next(EventNameTally.Shards)));
        if (pending.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return pending.Saved ?? throw new InvalidOperationException("A contact was neither saved nor refused.");
    }
}
