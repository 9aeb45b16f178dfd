using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.Mail;
using Sendra.Application.Messages;
using Sendra.Domain.Common;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Messages;

/// <summary>Each filter reads an index of its own, newest first.</summary>
internal sealed class MessageLog(SendraDbContext db, TimeProvider clock) : IMessageLog
{
    private const int ExportStep = 100;

    private static readonly Expression<Func<Message, MessageItem>> Item = row => new MessageItem(
        row.Id,
        row.ContactId,
        row.Email,
        row.TemplateId,
        row.TemplateVersion,
        row.AutomationId,
        row.EnrollmentId,
        row.StepId,
        row.Kind,
        row.Status,
        row.Code,
        row.Reason,
        TimeOrderedId.TimeOf(row.Id),
        row.SentAt);

    private static readonly Func<Message, MessageItem> ItemOf = Item.Compile();

    public async Task<Page<MessageItem>> ListAsync(MessageFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        IQueryable<Message> rows = db.Messages;
        rows = filter.AutomationId is { } automationId ? rows.Where(row => row.AutomationId == automationId) : rows;
        rows = filter.TemplateId is { } templateId ? rows.Where(row => row.TemplateId == templateId) : rows;
        rows = filter.ContactId is { } contactId ? rows.Where(row => row.ContactId == contactId) : rows;
        rows = filter.Status is { } status ? rows.Where(row => row.Status == status) : rows;
        if (filter.From is { } from)
        {
            var first = TimeOrderedId.LowerBound<MessageId>(from);
            rows = rows.Where(row => row.Id >= first);
        }

        if (filter.To is { } to)
        {
            var end = TimeOrderedId.LowerBound<MessageId>(to);
            rows = rows.Where(row => row.Id < end);
        }

        if (paging.AfterId<MessageId>() is { } after)
        {
            rows = rows.Where(row => row.Id < after);
        }

        // Not the row itself: a page of contents could have megabytes.
        var found = await rows.OrderByDescending(row => row.Id).Take(paging.Size + 1).Select(Item).ToListAsync(cancellationToken);
        return paging.Cut(found, item => item.Id);
    }

    public async Task<MessageDetails?> FindAsync(MessageId id, CancellationToken cancellationToken) =>
        (await DetailsAsync(db.Messages.Where(row => row.Id == id), cancellationToken)).SingleOrDefault();

    public async Task AddTestAsync(
        MessageId id, ContactId? contactId, Template template, OutgoingMail mail, MessageStatus status, string? reason, CancellationToken cancellationToken)
    {
        db.Messages.Add(Message.Test(id, template, mail.To, contactId, MailContent.Write(mail), status, reason, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }

    public async IAsyncEnumerable<MessageDetails> OfContactAsync(ContactId contactId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = default(MessageId);
        while (true)
        {
            var step = await DetailsAsync(
                db.Messages.Where(row => row.ContactId == contactId && row.Id > from).OrderBy(row => row.Id).Take(ExportStep), cancellationToken);
            if (step.Count == 0)
            {
                yield break;
            }

            from = step[^1].Message.Id;
            foreach (var message in step)
            {
                yield return message;
            }
        }
    }

    private async Task<IReadOnlyList<MessageDetails>> DetailsAsync(IQueryable<Message> messages, CancellationToken cancellationToken)
    {
        var rows = await messages.AsNoTracking().ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.Id);
        var events = (await db.MessageEvents.AsNoTracking().Where(row => ids.Contains(row.MessageId)).ToListAsync(cancellationToken)).ToLookup(row => row.MessageId);
        var told = events.SelectMany(of => of).Select(row => row.EventId).OfType<EventId>().ToArray();
        var kept = told.Length == 0 ? [] : await db.ReceivedEvents.Where(row => told.Contains(row.Id)).Select(row => row.Id).ToHashSetAsync(cancellationToken);
        var enrollments = rows.Select(row => row.EnrollmentId).OfType<EnrollmentId>().ToArray();
        var runs = await db.Enrollments.Where(run => enrollments.Contains(run.Id))
            .Select(run => new { run.Id, EventId = run.MovedByEventId ?? run.EnrolledByEventId }).ToDictionaryAsync(run => run.Id, run => run.EventId, cancellationToken);
        var automations = rows.Select(row => row.AutomationId).OfType<AutomationId>().Distinct().ToArray();
        var names = await db.Automations.Where(row => automations.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Id).Select(row => new MessageDetails(
                ItemOf(row),
                row.AutomationId is { } automation ? names.GetValueOrDefault(automation) : null,
                row.EnrollmentId is { } run && runs.TryGetValue(run, out var eventId) ? eventId : null,
                row.Content is { } content ? MailContent.Read(content) : null,
                MessageTimeline.Of(row, events[row.Id], kept))),
        ];
    }
}
