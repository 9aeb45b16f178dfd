using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Application.Access;
using Sendra.Application.Mail;
using Sendra.Domain.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Mail;
using Sendra.Infrastructure.Messages;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Access;

/// <summary>
/// Sends emails to people who sign in: any node, each at least once under the same Message-ID. A node takes one for a while by saving its next
/// step, together with what it says; whoever is second changes nothing.
/// </summary>
internal sealed partial class AccountMailSender(
    WorkspaceDbContexts contexts,
    AccountMailWriter writer,
    IDataProtectionProvider protection,
    IMailTransport transport,
    TransportCircuit circuit,
    MailMetrics metrics,
    RetryPauses pauses,
    TimeProvider clock,
    ILogger<AccountMailSender> logger) : BackgroundService
{
    // Few, so that messages of workspaces keep connections.
    private const int AtOnce = 4;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(1);

    // More than the transport may take.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    // Longer than anything can still be of use.
    private static readonly TimeSpan LongestKept = Invitation.Lifetime + Kept;

    private readonly IDataProtector _protector = protection.CreateProtector("Sendra.AccountMails");
    private long? _swept;

    /// <summary>Sends what is due.</summary>
    /// <returns>False when there is nothing to do now.</returns>
    public async Task<bool> RoundAsync(CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);
        if (!transport.Delivers || circuit.Blocked() is not null)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        await using var db = contexts.For(default);

        // While it is asked whether the server is back, one goes first.
        var due = await db.AccountMails.AsNoTracking().Where(mail => mail.DueAt <= now).OrderBy(mail => mail.DueAt).Take(circuit.IsOpen ? 1 : AtOnce)
            .Select(mail => new { mail.Id, mail.WorkspaceId }).ToListAsync(cancellationToken);
        await Task.WhenAll(due.Select(mail => TrySendAsync(mail.Id, mail.WorkspaceId ?? default, cancellationToken)));
        return due.Count > 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!await TryRoundAsync(stoppingToken))
                {
                    await Task.Delay(Interval, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left stays due.
        }
    }

    private async Task<bool> TryRoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await RoundAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            if (!StorageTrouble.IsUnavailable(exception))
            {
                LogFailed(logger, exception);
            }

            return false;
        }
    }

    // One that can't be written must not hold up the others.
    private async Task TrySendAsync(AccountMailId id, WorkspaceId workspaceId, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(id, workspaceId, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node was first.
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !StorageTrouble.IsUnavailable(exception))
        {
            LogUnsent(logger, id, exception);
            var later = clock.GetUtcNow() + AfterTrouble;
            await using var db = contexts.For(workspaceId);
            await db.AccountMails.Where(mail => mail.Id == id && mail.DueAt != null)
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.DueAt, later).SetProperty(mail => mail.Step, mail => mail.Step + 1), cancellationToken);
        }
    }

    private async Task SendAsync(AccountMailId id, WorkspaceId workspaceId, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        var now = clock.GetUtcNow();
        if (await db.AccountMails.SingleOrDefaultAsync(row => row.Id == id && row.DueAt <= now, cancellationToken) is not { } mail)
        {
            return;
        }

        var outgoing = await TakeAsync(db, mail, cancellationToken);
        if (outgoing is null)
        {
            return;
        }

        var answer = await transport.SendAsync(outgoing, cancellationToken);
        metrics.Answered(answer);
        Note(mail, answer);
        mail.Step++;
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task<OutgoingMail?> TakeAsync(SendraDbContext db, AccountMail mail, CancellationToken cancellationToken)
    {
        OutgoingMail? outgoing;
        if (mail.Content is { } written)
        {
            outgoing = await writer.RenewAsync(db, mail, cancellationToken) ? MailContent.Read(_protector.Unprotect(written)) : null;
        }
        else
        {
            outgoing = await writer.WriteAsync(db, mail, cancellationToken);
            mail.Content = outgoing is null ? null : _protector.Protect(MailContent.Write(outgoing));
        }

        mail.Step++;
        if (outgoing is null)
        {
            End(mail);
        }
        else
        {
            mail.DueAt = clock.GetUtcNow() + Lease;
        }

        await db.SaveChangesAsync(cancellationToken);
        return outgoing;
    }

    private void Note(AccountMail mail, MailAnswer answer)
    {
        var now = clock.GetUtcNow();
        switch (answer)
        {
            case MailAnswer.Sent or MailAnswer.Captured:
                mail.SentAt = now;
                End(mail);
                break;
            case MailAnswer.NotTried later:
                mail.Problem = ShortOf(later.Problem);
                mail.DueAt = later.Until;
                break;
            case MailAnswer.TryAgain again when ++mail.Tries < RetryPauses.MaxTries:
                mail.Problem = ShortOf(again.Problem);
                mail.DueAt = now + pauses.After(mail.Tries, null, Random.Shared.NextDouble());
                break;
            case MailAnswer.TryAgain again:
                GiveUp(mail, again.Problem);
                break;
            case MailAnswer.Refused refused:
                GiveUp(mail, refused.Problem);
                break;
        }
    }

    private void GiveUp(AccountMail mail, string problem)
    {
        mail.Problem = ShortOf(problem);
        End(mail);
        LogGivenUp(logger, mail.Kind, mail.Id);
    }

    private static void End(AccountMail mail) => (mail.DueAt, mail.Content) = (null, null);

    private static string ShortOf(string problem) => Text.Truncate(problem, AccountMail.MaxProblemLength);

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (_swept is { } swept && clock.GetElapsedTime(swept) < SweepInterval)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var (ended, old) = (now - Kept, now - LongestKept);
        await using var db = contexts.For(default);
        await db.AccountMails.Where(mail => (mail.DueAt == null && mail.AskedAt < ended) || mail.AskedAt < old).ExecuteDeleteAsync(cancellationToken);
        await db.AccountLinks.Where(link => link.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        _swept = clock.GetTimestamp();
    }

    [LoggerMessage(LogLevel.Warning, "The mail server didn't take an account email ({Kind}); the column problem of its row {Id} in account_mails says why")]
    private static partial void LogGivenUp(ILogger logger, AccountMailKind kind, AccountMailId id);

    [LoggerMessage(LogLevel.Error, "The account email {Id} could not be written; it is tried again in five minutes")]
    private static partial void LogUnsent(ILogger logger, AccountMailId id, Exception exception);

    [LoggerMessage(LogLevel.Error, "Account emails could not be sent; they are tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
