/** One sentence in French for each reason of refusal. This is the only place where it stands. */
import type { ErrorCode } from '../../client/generated/types.ts';
import type { CallFailure } from '../call_failure.ts';

export const fr: Record<ErrorCode | CallFailure, string> = {
  bad_chunk: 'Cette saisie est arrivée abîmée. Réessayez ; si cela se répète, prévenez votre coopérative.',
  too_many_ops: 'C’est trop à la fois. Enregistrez en plusieurs morceaux.',
  too_big: 'Ce texte est trop long. Raccourcissez-le.',
  bad_path: 'Cette saisie n’existe pas sous cette forme. Mettez l’application à jour.',
  bad_shape: 'Cette saisie n’a pas la bonne forme. Mettez l’application à jour.',
  bad_start_op: 'Cette saisie ne s’enchaîne pas avec les précédentes. Réessayez.',
  bad_seq: 'Cette saisie ne s’enchaîne pas avec les précédentes. Réessayez.',
  fork: 'Ce téléphone semble avoir été copié ou restauré. Réessayez pour repartir d’une base saine.',
  bad_actor: 'Cette saisie porte la marque d’un autre appareil. Réessayez.',
  bad_author: 'Cette saisie n’est pas signée de votre nom. Réessayez.',
  forbidden: 'Vous n’avez plus le droit de modifier cela. Demandez à votre coopérative.',
  bad_value: 'Une valeur n’est pas acceptée. Corrigez-la.',
  bad_deps: 'Cette saisie dépend d’un élément qui manque. Réessayez.',
  bad_id: 'Cet élément n’est pas reconnu. Réessayez.',
  doc_full: 'Ce dossier est plein. Votre coopérative doit en ouvrir un nouveau.',
  bad_signature: 'La signature de cet appareil n’est pas reconnue. Demandez une nouvelle invitation.',
  device_revoked: 'Cet appareil a été retiré. Demandez une nouvelle invitation.',
  gone: 'Cet élément a été remplacé ou effacé.',
  trial_failed: 'La coopérative n’a pas pu appliquer cette saisie. Prévenez-la.',
  bad_message: 'La réponse n’a pas été comprise. Mettez l’application à jour.',
  upgrade: 'Cette version est trop ancienne. Mettez l’application à jour.',
  unauthorized: 'Cet appareil doit se présenter à nouveau. Réessayez.',
  rate_limited: 'Trop d’envois d’un coup. L’envoi reprendra tout seul.',
  retry: 'La coopérative ne peut pas enregistrer pour l’instant. L’envoi reprendra tout seul.',
  bad_origin:
    'Cette adresse n’est pas celle de votre coopérative. Ouvrez Besace depuis son adresse habituelle.',
  not_found: 'Introuvable.',
  bad_invitation: 'Ce code n’existe pas : il est sans doute mal tapé. Comparez-le à celui du message.',
  event_over: 'Cet événement est terminé : on ne peut plus dire qu’on vient.',
  file_offset: 'La suite de ce fichier ne commence pas là où la coopérative en était restée.',
  file_mismatch:
    'Ce fichier n’est pas arrivé tel qu’il était sur votre téléphone. Réessayez, ou retirez-le et photographiez à nouveau.',
  file_kind:
    'Ce fichier n’est ni une photo ni un PDF que la coopérative puisse garder, ou la photo est trop grande.',
  file_size: 'Ce fichier n’a pas la taille annoncée. Retirez-le et photographiez à nouveau.',
  file_quota:
    'Il n’y a plus de place pour vos fichiers, ou pour ceux de la coopérative. Demandez-lui d’en faire, puis réessayez.',
  invitation_used: 'Cette invitation a déjà été utilisée, ou retirée. Demandez-en une nouvelle.',
  invitation_expired:
    'Cette invitation est périmée : elle ne valait que 72 heures. Demandez-en une nouvelle.',
  quota:
    'Une limite est atteinte : appareils, invitations, dossiers, ou place par personne (256 Mo de saisies). Demandez à votre coopérative.',
  invalid_command: 'Il manque quelque chose, ou une valeur ne convient pas.',
  already_made: 'Un élément fait au même moment s’y trouve déjà. Réessayez : votre saisie s’y ajoutera.',
  bad_transition:
    'L’état a changé entre-temps, ou il est définitif : ce choix n’est plus possible. Gardez l’état actuel.',
  closed:
    'Cette séance est signée des deux côtés : elle ne change plus. Rédigez un avenant, vos mots y seront repris.',
  not_as_read: 'Le texte a changé depuis votre lecture : rien n’est signé. Relisez-le, puis signez.',
  set_aside:
    'Ce téléphone n’a pas pu lire ce dossier et l’a mis de côté. Téléchargez-le à nouveau avant d’y écrire.',
  base_lost:
    'Ce que vous aviez sous les yeux a été remplacé entre-temps. Comparez les deux textes et choisissez.',
  parcel_broken:
    'Ce qui a été reçu de l’autre téléphone n’est pas entier, ou a été modifié en chemin. Recommencez.',
  parcel_foreign: 'Cela vient d’une autre coopérative.',
  parcel_unproven:
    'Rien ne prouve qui a écrit cela : l’autre téléphone n’a pas vu la coopérative depuis trop longtemps, ou n’est pas des vôtres. Rien n’a été pris.',
  parcel_ahead:
    'Ce téléphone n’a pas encore ce que la coopérative a reçu avant : connectez-le une fois, puis recommencez.',
  no_pass:
    'Ce téléphone doit d’abord voir la coopérative : connectez-le une fois, puis il pourra passer et recevoir sans réseau.',
  not_on_this_phone: 'Cet élément n’est pas sur ce téléphone.',
  not_open: 'Les données ne sont pas encore ouvertes. Attendez un instant et réessayez.',
  interrupted:
    'Une autre fenêtre s’est fermée pendant l’enregistrement. Vérifiez la liste avant de recommencer.',
  unsupported:
    'Ce navigateur est trop ancien pour Besace. Mettez-le à jour, ou ouvrez le lien avec un autre.',
  crashed: 'L’application a eu un problème et se répare. Votre brouillon est gardé : réessayez.',
  unknown_reason: 'Une raison que cette version de l’application ne connaît pas. Mettez-la à jour.',
};
