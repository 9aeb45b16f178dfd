using Microsoft.EntityFrameworkCore;
using Sendra.Application.Contacts;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Contacts;

internal sealed class ContactErasure(SendraDbContext db, ContactEraser eraser) : IContactErasure
{
    public async Task<bool> EraseAsync(ContactId id, CancellationToken cancellationToken) =>
        await db.Contacts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } contact
        && await eraser.EraseAsync(contact, cancellationToken);
}
