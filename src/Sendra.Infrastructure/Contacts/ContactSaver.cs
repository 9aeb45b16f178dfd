using Sendra.Application.Contacts;
using Sendra.Application.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Contacts;

/// <summary>
/// Saves contacts of one workspace without an event, in the transaction of its caller: locked in the order that ingestion keeps, patched by the
/// same rules, together with the waits that depend on them.
/// </summary>
/// <param name="shard">Which counters to use.</param>
internal sealed class ContactSaver(WorkflowTools tools, WorkspaceId workspaceId, int shard)
{
    // Made by an attempt whose commit broke off: should they be there, this call made them.
    private readonly HashSet<ContactId> _perhapsMade = [];
    private IReadOnlyList<Contact> _made = [];
    private RunWriter? _writer;

    /// <summary>True when a commit broke off that made some.</summary>
    public bool MayBeStored => _perhapsMade.Count > 0;

    /// <summary>Saves entries, the first to the last.</summary>
    /// <param name="isFirst">False after an attempt that failed.</param>
    /// <returns>What came of each, if the transaction is committed.</returns>
    public async Task<IReadOnlyList<(PendingContact Pending, SavedContact? Saved, Exception? Failure)>> SaveAsync(
        BulkSession session, IReadOnlyList<PendingContact> entries, bool isFirst)
    {
        if (!isFirst)
        {
            tools.Tallies.Forget();
        }

        var set = await LoadAsync(session, entries);
        var changed = new HashSet<Contact>();
        (PendingContact Pending, SavedContact? Saved, Exception? Failure)[] decided = [.. entries.Select(pending => Decide(set, pending, changed))];
        changed.ExceptWith(set.NewContacts);
        _made = set.NewContacts;
        _writer = new RunWriter(tools, shard);
        await session.WriteAsync(
            ContactSql.ClearExternalIds.Write([.. set.Unidentified]),
            ContactSql.InsertContacts.Write([.. set.NewContacts.OrderBy(contact => contact.Email, StringComparer.Ordinal)]));
        await _writer.SaveAsync(session, [.. set.Waits.Reckoned], changed);
        await session.WriteAsync(ContactSql.SetExternalIds.Write([.. set.Identified.OrderBy(contact => contact.ExternalId, StringComparer.Ordinal)]));
        return decided;
    }

    /// <summary>Call after the commit.</summary>
    public void Committed() => _writer!.Committed();

    /// <summary>Call when the commit broke off.</summary>
    public void BrokeOff() => _perhapsMade.UnionWith(_made.Select(contact => contact.Id));

    private (PendingContact Pending, SavedContact? Saved, Exception? Failure) Decide(WorkingSet set, PendingContact pending, HashSet<Contact> changed)
    {
        var (entry, rules) = (pending.Entry, set.RulesOf(workspaceId));
        if (rules.IsDeleted)
        {
            return (pending, null, new NotFoundException("workspace"));
        }

        if (entry.Expected is { } expected && set.Find(workspaceId, entry.Person.Email!)?.Id != expected)
        {
            return (pending, null, new NotFoundException("contact"));
        }

        var before = set.NewContacts.Count;
        var contact = set.ContactOf(workspaceId, entry.Person, tools.Ids);
        var idBefore = contact.ExternalId;
        var taken = set.Identify(contact, entry.Person);
        var patch = ContactPatch.Read(entry.Properties, rules.CustomFields);
        contact.Apply(patch);
        if (patch.HasValues || contact.ExternalId != idBefore)
        {
            changed.Add(contact);
            set.Waits.Reckon(contact, rules.Walking, tools.Clock.GetUtcNow());
        }

        return (
            pending,
            new SavedContact(
                contact, set.NewContacts.Count > before || _perhapsMade.Remove(contact.Id), [.. taken is null ? [] : (ContactWarning[])[taken], .. patch.Warnings]),
            null);
    }

    private async Task<WorkingSet> LoadAsync(BulkSession session, IReadOnlyList<PendingContact> entries)
    {
        var named = await NamedContacts.FindAsync(session, [.. entries.Select(pending => (workspaceId, pending.Entry.Person))]);
        var contacts = new List<Contact>();
        Guid? version = null;
        await session.ReadAsync(
            locking: true,
            ContactSql.SelectContacts.Read(named.ToLoad(), row => contacts.Add(ContactSql.ReadContact(row))),
            RulesSql.SelectRulesVersions.Read([workspaceId], row => version = row.Uuid(1)));
        named.RequireUnchanged(contacts);
        var rules = await tools.Rules.GetAsync(workspaceId, version ?? throw new NotFoundException("workspace"));
        return new WorkingSet(
            new Dictionary<WorkspaceId, WorkspaceRules> { [workspaceId] = rules }, contacts, [],
            rules.ContactsAreWaitedOn ? await LoadWaitsAsync(session, contacts) : new ContactWaits());
    }

    private async Task<ContactWaits> LoadWaitsAsync(BulkSession session, List<Contact> contacts)
    {
        var waits = new ContactWaits();
        var waiting = new List<Enrollment>();
        await session.ReadAsync(locking: false, RunSql.SelectWaitingOnContact.Read(
            contacts.ConvertAll(contact => (workspaceId, contact.Id)),
            row =>
            {
                waiting.Add(RunSql.ReadRun(row));
                RunSql.NoteEvents(row, waiting[^1], waits.Events);
            }));
        foreach (var run in waiting)
        {
            waits.Add(new WaitingRun(run, await tools.Workflows.GetAsync(workspaceId, run.AutomationId, run.Version)));
        }

        return waits;
    }
}
