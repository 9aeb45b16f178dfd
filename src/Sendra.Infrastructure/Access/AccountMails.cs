using Microsoft.EntityFrameworkCore;
using Sendra.Application.Access;
using Sendra.Application.Mail;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

/// <summary>Stores orders; <see cref="AccountMailSender"/> carries them out.</summary>
internal sealed class AccountMails(SendraDbContext db, IMailTransport transport, IEmailThrottle throttle, IdGenerator ids, TimeProvider clock) : IAccountMails
{
    /// <summary>How many emails of a kind an address gets in <see cref="Window"/>. Orders for addresses without an account count as well.</summary>
    public const int MaxForAddress = 5;

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public bool AreSent => transport.Delivers;

    public async Task AskAsync(AccountMailOrder order, CancellationToken cancellationToken)
    {
        if (!AreSent)
        {
            throw new NoMailServerException();
        }

        throttle.Count();
        var now = clock.GetUtcNow();
        var from = now - Window;
        var asked = await db.AccountMails.Where(mail => mail.Email == order.To && mail.AskedAt > from && mail.Kind == order.Kind)
            .OrderByDescending(mail => mail.AskedAt).Take(MaxForAddress).Select(mail => mail.AskedAt).ToListAsync(cancellationToken);
        if (asked.Count == MaxForAddress)
        {
            throw new TooManyEmailsException(asked[^1] - from);
        }

        Add(order);
    }

    public void Add(AccountMailOrder order)
    {
        if (!AreSent)
        {
            return;
        }

        var now = clock.GetUtcNow();
        db.Add(new AccountMail
        {
            Id = ids.Next<AccountMailId>(),
            Kind = order.Kind,
            Email = order.To,
            UserId = order.UserId,
            WorkspaceId = order.WorkspaceId,
            InvitationId = order.InvitationId,
            AskedAt = now,
            DueAt = now,
        });
    }
}
