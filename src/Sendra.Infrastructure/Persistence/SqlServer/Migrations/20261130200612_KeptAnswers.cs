using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class KeptAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Answers are ASCII: all else is escaped in them.
            migrationBuilder.Sql("ALTER TABLE idempotency_keys ADD kept varbinary(max)");
            migrationBuilder.Sql("EXEC('UPDATE idempotency_keys SET kept = CONVERT(varbinary(max), CONVERT(varchar(max), answer))')");
            migrationBuilder.Sql("ALTER TABLE idempotency_keys DROP COLUMN answer");
            migrationBuilder.Sql("EXEC sp_rename 'idempotency_keys.kept', 'answer', 'COLUMN'");
            migrationBuilder.Sql("ALTER TABLE idempotency_keys ALTER COLUMN answer varbinary(max) NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // A version before can't read what is compressed.
            migrationBuilder.Sql("DELETE FROM idempotency_keys");

            migrationBuilder.DropColumn(name: "answer", table: "idempotency_keys");
            migrationBuilder.AddColumn<string>(name: "answer", table: "idempotency_keys", type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2");
        }
    }
}
