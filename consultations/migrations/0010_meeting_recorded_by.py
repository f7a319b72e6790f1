"""The key of a record of a meeting is that of whoever recorded it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def of_first_version(apps, schema_editor):
    """Who recorded a meeting wrote its first version."""
    versions = apps.get_model("consultations", "MeetingVersion").objects.filter(
        meeting=models.OuterRef("pk"), number=1
    )
    apps.get_model("consultations", "Meeting").objects.update(recorded_by=models.Subquery(versions.values("by")[:1]))


class Migration(migrations.Migration):
    atomic = False  # PostgreSQL alters no table on which the rows just written wait for their checks
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("consultations", "0009_ladder_second_half"),
    ]
    operations = [
        migrations.RemoveConstraint(model_name="meeting", name="meeting_key_once"),
        migrations.AddField(
            model_name="meeting",
            name="recorded_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.RunPython(of_first_version, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="meeting",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(fields=("recorded_by", "key"), name="meeting_key_once"),
        ),
    ]
