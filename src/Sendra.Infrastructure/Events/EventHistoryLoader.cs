using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Events;

/// <summary>Loads what conditions may ask of contacts' past: one round trip, and none where nobody asks.</summary>
internal static class EventHistoryLoader
{
    private static readonly EventId Latest = new(Guid.AllBitsSet);

    /// <summary>Loads contacts' pasts up to now.</summary>
    /// <param name="asked">Each contact with what is asked of its past; several of the same are one.</param>
    public static async Task<Dictionary<ContactId, EventHistory>> LoadAsync(
        BulkSession session, IEnumerable<(Contact Contact, IReadOnlyList<NeededHistory> Needed)> asked)
    {
        var byContact = asked.Where(one => one.Needed.Count > 0)
            .GroupBy(one => one.Contact, one => one.Needed)
            .Select(contact => (contact.Key, Latest, NeededHistory.Merge(contact.SelectMany(needed => needed))))
            .ToArray();
        var histories = await LoadAsync(session, byContact);
        return byContact.Zip(histories).ToDictionary(one => one.First.Key.Id, one => one.Second);
    }

    /// <summary>Loads contacts' pasts as they were.</summary>
    /// <param name="asked">Each contact with the last event that counts, and what is asked.</param>
    /// <returns>One for each, in order.</returns>
    public static async Task<IReadOnlyList<EventHistory>> LoadAsync(
        BulkSession session, IReadOnlyList<(Contact Contact, EventId Last, IReadOnlyList<NeededHistory> Needed)> asked)
    {
        var histories = asked.Select(one => new EventHistory(one.Needed)).ToArray();
        var questions = new List<HistoryQuestion>();
        var answers = new List<EventHistory>();
        for (var i = 0; i < asked.Count; i++)
        {
            var (contact, last, needed) = asked[i];
            foreach (var one in needed)
            {
                answers.Add(histories[i]);
                questions.Add(new HistoryQuestion(questions.Count, contact.WorkspaceId, contact.Id, one, contact.FirstOfMany, last));
            }
        }

        void Recall(RowReader row, DateTimeOffset at) => answers[row.Int(0)].Recall(
            questions[row.Int(0)].Needed.EventName, at, row.TextOrNull(2) is { } json ? new RawJson(json) : null);

        await session.ReadAsync(
            locking: false,
            EventHistorySql.SelectOfMany.Read(
                questions.FindAll(question => question.FirstOfMany is not null), row => Recall(row, TimeOrderedId.TimeOf(row.Id<EventId>(1)))),
            EventHistorySql.SelectFew.Read(questions, row => Recall(row, TimeOrderedId.TimeOf(row.Id<EventId>(1)))),
            EventHistorySql.SelectFilledIn.Read(questions, row => Recall(row, UnixMicrosecondsConverter.ToTime(row.Long(1)))));
        return histories;
    }
}
