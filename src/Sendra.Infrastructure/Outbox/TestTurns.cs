using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.Mail;
using Sendra.Application.Messages;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Outbox;

internal sealed class TestTurns(SendraDbContext db, ErasureSteps steps, IMailTransport transport, IWorkspaceContext workspace, TimeProvider clock) : ITestTurns
{
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (!transport.Delivers || !await db.Workspaces.AnyAsync(row => row.MessagesPerSecond != null || row.MessagesPerDay != null, cancellationToken))
        {
            return;
        }

        string? refusal = null;
        await steps.RunOneAsync(
            async session =>
            {
                refusal = await new MailCounter(workspace.WorkspaceId, [], clock.GetUtcNow()).TakeOneAsync(session);
                return true;
            },
            cancellationToken);
        if (refusal is not null)
        {
            throw new BusyException("messageLimitReached", refusal);
        }
    }
}
