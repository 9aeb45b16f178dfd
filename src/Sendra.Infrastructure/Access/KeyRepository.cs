using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Access;

/// <summary>
/// The keys that all nodes share. A store that broke off is tried again and may have happened, so that a key is there twice: it is read once,
/// since a ring with the same key twice is no ring at all.
/// </summary>
internal sealed class KeyRepository(IServiceProvider services, ILoggerFactory loggers) : EntityFrameworkCoreXmlRepository<SendraDbContext>(services, loggers)
{
    public override IReadOnlyCollection<XElement> GetAllElements() => [.. base.GetAllElements().DistinctBy(element => element.ToString())];
}
